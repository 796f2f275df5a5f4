package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.BPMN;

import io.millrace.process.Model;
import io.millrace.process.ModelFinding;
import io.millrace.process.ModelRefused;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;

/** Whether a file may be deployed for a tenant; everything that stands against it is found at once. */
final class ModelCheck {

    static final QName PROCESS = new QName(BPMN, "process");

    private ModelCheck() {}

    /** @throws ModelRefused when nobody could say what is in it */
    static ModelXml read(byte[] file) {
        try {
            return ModelXml.read(file);
        } catch (UnreadableModel e) {
            throw new ModelRefused(List.of(new ModelFinding(
                    "file", e.rule(), String.valueOf(e.getMessage()), "Save it anew from the modelling tool.")));
        }
    }

    /** @return empty when it may */
    static List<ModelFinding> check(ModelXml root, Known known) {
        Findings findings = new Findings();
        new TextRules(findings).check(root);
        if (isDecision(root)) {
            new DecisionRules(findings, known).check(root);
        } else if (root.name().equals(new QName(BPMN, "definitions"))) {
            new ElementRules(findings).check(root);
            ReferenceRules references = new ReferenceRules(findings, known);
            root.all().forEach(references::check);
            new MessageRules(findings).check(root);
            checkProcesses(root, known, findings);
        } else {
            findings.add(
                    root,
                    "no-model",
                    "The file is neither BPMN nor DMN.",
                    "Save it as BPMN 2.0 or DMN 1.3 from the modelling tool.");
        }
        return findings.all();
    }

    static boolean isDecision(ModelXml root) {
        return AllowedDecisions.isDmn(root.name().getNamespaceURI())
                && root.local().equals("definitions");
    }

    /** Of a file that passed the check: what it is called, asked or started by. */
    static String key(ModelXml root) {
        return isDecision(root)
                ? DecisionRequirements.of(root).tops().get(0)
                : root.children(PROCESS)
                        .findFirst()
                        .flatMap(process -> process.attribute("id"))
                        .orElseThrow();
    }

    private static void checkProcesses(ModelXml root, Known known, Findings findings) {
        List<ModelXml> processes = root.children(PROCESS).toList();
        if (processes.size() != 1) {
            findings.add(
                    root,
                    "one-process",
                    "The file has " + processes.size() + " processes.",
                    "Make a file of each: it is deployed, versioned and called by itself.");
        }
        for (ModelXml process : processes) {
            checkKey(process, "process", known.decisions(), findings);
            if (process.attribute("isExecutable").filter("true"::equals).isEmpty()) {
                findings.add(process, "executable", "It is only a drawing.", "Mark the process as executable.");
            }
            new FlowRules(findings, known, process).check(process);
        }
    }

    /** @param others keys that a model of the other kind has already */
    static void checkKey(ModelXml model, String kind, Set<String> others, Findings findings) {
        String key = model.attribute("id").orElse("");
        if (!Model.isKey(key)) {
            findings.add(
                    model,
                    "key",
                    "Its id is what others call it by, and must be small letters, digits and dashes.",
                    "Change the id, such as purchase-approval.");
        } else if (others.contains(key)) {
            findings.add(
                    model,
                    "key",
                    "There is a model \"" + key + "\" already, and it is no " + kind + ".",
                    "Choose another id.");
        }
    }
}
