package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.TOOLS;

import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;

/** What a file of decision tables may hold: tables and formulas in FEEL that answer one question. */
final class DecisionRules {

    private static final String TAKE_IT_OUT = "Take it out of the model.";

    /** What people read, not the engine. */
    private static final Set<String> WORDS = Set.of("description", "annotationEntry", "textAnnotation");

    private static final Set<String> DRAWN_IN = Set.of("definitions", "extensionElements");

    private final Findings findings;
    private final Known known;

    DecisionRules(Findings findings, Known known) {
        this.findings = findings;
        this.known = known;
    }

    void check(ModelXml root) {
        checkElement(root, false);
        DecisionRequirements requirements = DecisionRequirements.of(root);
        List<ModelXml> decisions = root.children().stream()
                .filter(child -> child.local().equals("decision"))
                .toList();
        decisions.forEach(decision -> checkDecision(decision, requirements));
        boolean hasCircle = requirements.needed().keySet().stream().anyMatch(requirements::isInCircle);
        if (!hasCircle && requirements.tops().size() != 1) {
            findings.add(
                    root,
                    "one-decision",
                    "The file answers " + requirements.tops().size() + " questions.",
                    "Make a file of each; decisions that only help another one stay with it.");
        }
    }

    private void checkDecision(ModelXml decision, DecisionRequirements requirements) {
        ModelCheck.checkKey(decision, "decision table", known.processes().keySet(), findings);
        String id = decision.attribute("id").orElse("");
        if (decision.attribute(AllowedDecisions.CAMUNDA, "historyTimeToLive").isEmpty()) {
            findings.add(
                    decision,
                    "history",
                    "It does not say how long its history is kept.",
                    "Set the history time to live, such as P400D.");
        }
        if (requirements.isInCircle(id)) {
            findings.add(
                    decision,
                    "circle",
                    "It needs its own answer to find its answer.",
                    "Take one of the requirements away.");
        }
        requirements.needed().getOrDefault(id, Set.of()).stream()
                .filter(needed -> !requirements.needed().containsKey(needed))
                .forEach(needed -> findings.add(
                        decision,
                        "decision",
                        "It needs the decision \"" + needed + "\", which is not in the file.",
                        "Put it into the same file, or take the requirement away."));
    }

    /** @param isWords whether it is inside of what only people read */
    private void checkElement(ModelXml element, boolean isWords) {
        String namespace = element.name().getNamespaceURI();
        Set<String> plain = AllowedDecisions.isDmn(namespace) ? AllowedDecisions.ELEMENTS.get(element.local()) : null;
        if (plain == null) {
            refuseElement(element);
            return;
        }
        element.attributes().forEach((name, value) -> checkAttribute(element, plain, name, value));
        boolean words = isWords || WORDS.contains(element.local());
        if (!words && !element.text().isEmpty()) checkFormula(element);
        // The engine would read a formula in pieces as one.
        if (element.local().equals("text")) element.children().forEach(this::refuseElement);
        element.children().stream()
                .filter(child -> !isDrawing(element, child))
                .forEach(child -> checkElement(child, words));
    }

    private void refuseElement(ModelXml element) {
        findings.add(
                element,
                "element-not-allowed",
                "<" + element.local() + "> is not among the elements that a decision may have here.",
                TAKE_IT_OUT);
    }

    /** Where tools put it; elsewhere it could be in the middle of a formula, and be read as part of it. */
    private static boolean isDrawing(ModelXml parent, ModelXml child) {
        return DRAWN_IN.contains(parent.local())
                && AllowedDecisions.DRAWING.contains(child.name().getNamespaceURI());
    }

    private void checkAttribute(ModelXml element, Set<String> plain, QName name, String value) {
        String local = name.getLocalPart();
        boolean isAllowed = switch (name.getNamespaceURI()) {
            case "" -> plain.contains(local);
            case AllowedDecisions.CAMUNDA ->
                AllowedDecisions.ENGINE_ATTRIBUTES
                        .getOrDefault(element.local(), Set.of())
                        .contains(local);
            default ->
                TOOLS.contains(name.getNamespaceURI()) || AllowedDecisions.DRAWING.contains(name.getNamespaceURI());
        };
        if (!isAllowed) {
            findings.add(
                    element,
                    "attribute-not-allowed",
                    "The attribute " + local + " is not allowed on <" + element.local() + ">.",
                    TAKE_IT_OUT);
        } else if (local.equals("expressionLanguage") && !AllowedDecisions.FEEL.contains(value)) {
            findings.add(
                    element,
                    "expression-language",
                    "Its language is " + value + ", and only FEEL is allowed.",
                    "Write it in FEEL, and leave the language out.");
        }
    }

    private void checkFormula(ModelXml element) {
        SafeFeel.flaw(element.text())
                .ifPresent(flaw -> findings.add(
                        element,
                        "expression",
                        "The expression " + flaw + ".",
                        "Use variables, values, ranges, comparisons and the functions that the documentation lists."));
    }
}
