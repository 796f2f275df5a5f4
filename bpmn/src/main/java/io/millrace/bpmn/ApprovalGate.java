package io.millrace.bpmn;

import java.util.List;

/** The words of {@code approval-gate.bpmn} and of its form {@code approval-decision.form}. */
public final class ApprovalGate {

    public static final String KEY = "approval-gate";

    // Given by the process that calls it, with the business key.

    /** Which gate this is: one of the four names below. */
    public static final String GATE = "gate";

    public static final String MANAGER = "manager";
    public static final String REVENUE_ASSURANCE = "revenue_assurance";
    public static final String CEO = "ceo";
    public static final String OWNER = "owner";

    // Set by the delegate that opens the gate, texts.

    /** The group that is asked; null while there is nobody to ask. */
    public static final String ASKED_GROUP = "askedGroup";

    /** What people call the gate; the task's name says it. */
    public static final String GATE_NAME = "gateName";

    public static final String REQUEST_TITLE = "requestTitle";
    public static final String REQUEST_REASON = "requestReason";
    public static final String REQUESTER_NAME = "requesterName";

    /** Of the membership. */
    public static final String REQUESTER_ID = "requesterId";

    /** With its currency, for people: {@code 1,200.00 EUR}. */
    public static final String REQUEST_AMOUNT = "requestAmount";

    /** The earlier gates' answers, for people, a few lines each: which gate, who, what, when and the comment. */
    public static final String DECIDED_BEFORE = "decidedBefore";

    // Submitted with the form; the first goes back to the calling process.

    public static final String DECISION = "decision";
    public static final String APPROVE = "approve";
    public static final String REJECT = "reject";
    public static final String RETURN = "return";

    /** Needed to reject or to return, which the form cannot express: the use case checks it. */
    public static final String COMMENT = "comment";

    /** Three of them, each with its decider, fit into {@link #DECIDED_BEFORE}. */
    public static final int COMMENT_MAX_LENGTH = 1000;

    public static final String FORM = "approval-decision";
    public static final List<FormField> FORM_FIELDS = List.of(
            FormField.choice(DECISION, "Your decision", APPROVE, REJECT, RETURN),
            FormField.optionalText(COMMENT, "Comment", COMMENT_MAX_LENGTH));

    /** The delegate that finds whom to ask and prepares the form. */
    public static final String OPEN_GATE = "openGate";

    /** The delegate that reminds whoever has not decided yet. */
    public static final String REMIND_DECIDERS = "remindDeciders";

    public static final String DECIDE_REQUEST = "decideRequest";

    /** Where it waits while there is nobody to ask. */
    public static final String NEXT_ATTEMPT_DUE = "nextAttemptDue";

    /** The use case that the user task's completion calls. */
    public static final String DECIDE_GATE = "decideGate";

    private ApprovalGate() {}
}
