package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.BPMN;

import java.util.List;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/** Whether a BPMN file may be deployed for a tenant; everything that stands against it is found at once. */
final class ModelCheck {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private ModelCheck() {}

    /** @return empty when it may */
    static List<ModelFinding> check(byte[] file, Known known) {
        ModelXml root;
        try {
            root = ModelXml.read(file);
        } catch (UnreadableModel e) {
            return List.of(new ModelFinding(
                    "file", e.rule(), String.valueOf(e.getMessage()), "Save it anew from the modelling tool."));
        }
        Findings findings = new Findings();
        if (!root.name().equals(new QName(BPMN, "definitions"))) {
            findings.add(root, "no-bpmn", "The file is no BPMN.", "Save it as BPMN 2.0 from the modelling tool.");
            return findings.all();
        }
        new ElementRules(findings).check(root);
        ReferenceRules references = new ReferenceRules(findings, known);
        root.all().forEach(references::check);
        checkProcesses(root, findings);
        return findings.all();
    }

    private static void checkProcesses(ModelXml root, Findings findings) {
        List<ModelXml> processes = root.children(new QName(BPMN, "process")).toList();
        if (processes.size() != 1) {
            findings.add(
                    root,
                    "one-process",
                    "The file has " + processes.size() + " processes.",
                    "Make a file of each: it is deployed, versioned and called by itself.");
        }
        FlowRules flow = new FlowRules(findings);
        for (ModelXml process : processes) {
            if (!KEY.matcher(process.attribute("id").orElse("")).matches()) {
                findings.add(
                        process,
                        "key",
                        "Its id is what others call it by, and must be small letters, digits and dashes.",
                        "Change the id, such as purchase-approval.");
            }
            if (process.attribute("isExecutable").filter("true"::equals).isEmpty()) {
                findings.add(process, "executable", "It is only a drawing.", "Mark the process as executable.");
            }
            flow.check(process);
        }
    }
}
