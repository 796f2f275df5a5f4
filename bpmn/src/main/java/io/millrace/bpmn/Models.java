package io.millrace.bpmn;

import java.util.List;
import java.util.Map;

/** Everything in this module that an engine needs, and the words that all models share. */
public final class Models {

    /**
     * Resources on the class path, to be deployed together: a form is found by the model of its own
     * deployment only.
     */
    public static final List<String> RESOURCES = List.of(
            "io/millrace/bpmn/approval-decision.form",
            "io/millrace/bpmn/approval-gate.bpmn",
            "io/millrace/bpmn/approval-routing.dmn",
            "io/millrace/bpmn/purchase-approval.bpmn");

    /** What may be submitted with each form, by the form's key. Nothing else may. */
    public static final Map<String, List<FormField>> FORM_FIELDS = Map.of(ApprovalGate.FORM, ApprovalGate.FORM_FIELDS);

    /** What each form is for, for whoever draws models, by the form's key. */
    public static final Map<String, String> FORM_WORDS = Map.of(
            ApprovalGate.FORM,
            "Shows a request, as openGate prepares it, and asks for a decision; to reject or to return needs a comment.");

    /** Extension property of a task that runs inside the transaction of whoever led the process to it. */
    public static final String JOINS = "millrace.joins";

    /** Extension property of a user task: the use case that its completion calls. */
    public static final String COMPLETES = "millrace.completes";

    /** Extension property of a user task: what its tasks are called, where the drawing's name says too little. */
    public static final String NAME = "millrace.name";

    /** Extension property of a user task: what each of its tasks is about; Tasklist searches in it. */
    public static final String ABOUT = "millrace.about";

    /** Extension property of a user task: the id of a member of its group who must leave it to the others. */
    public static final String EXCLUDES = "millrace.excludes";

    /** Extension property of a task: how often it is tried again, where the modelling tool cannot say it otherwise. */
    public static final String RETRIES = "millrace.retries";

    /** How many characters a text variable holds; the engine fails on a longer one. */
    public static final int TEXT_MAX_LENGTH = 4000;

    private Models() {}
}
