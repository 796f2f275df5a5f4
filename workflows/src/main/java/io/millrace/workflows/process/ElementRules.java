package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.BPMN;
import static io.millrace.workflows.process.AllowedElements.CAMUNDA;
import static io.millrace.workflows.process.AllowedElements.DRAWING;
import static io.millrace.workflows.process.AllowedElements.TOOLS;

import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * Nothing but what {@link AllowedElements} lists, and no expression that is not a {@link SafeExpression}. No text is
 * left out, whatever it is for: the engine takes much of what it reads by its local name, wherever it stands, and the
 * documentation of a user task is an expression to it.
 */
final class ElementRules {

    private static final QName DEFINITIONS = new QName(BPMN, "definitions");
    private static final String USE_THE_CATALOGUE = "Use a service task with a delegate of the catalogue instead.";
    private static final String TAKE_IT_OUT = "Take it out of the model.";

    /** What people would try, with what to do instead. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("scriptTask", USE_THE_CATALOGUE),
            Map.entry("script", USE_THE_CATALOGUE),
            Map.entry("sendTask", "Use a service task with the delegate publishEvent or sendMail instead."),
            Map.entry("connector", USE_THE_CATALOGUE),
            Map.entry("executionListener", USE_THE_CATALOGUE),
            Map.entry("taskListener", USE_THE_CATALOGUE),
            Map.entry("class", USE_THE_CATALOGUE),
            Map.entry("expression", USE_THE_CATALOGUE),
            Map.entry("topic", USE_THE_CATALOGUE),
            Map.entry("type", USE_THE_CATALOGUE),
            Map.entry("formKey", "Use a form of the catalogue (formRef), or fields in the model (formData)."),
            Map.entry("candidateUsers", "Give the task to a group; whoever is in it may change."),
            Map.entry("signalEventDefinition", "Use a message, which is heard by one tenant and one subject."));

    private final Findings findings;

    ElementRules(Findings findings) {
        this.findings = findings;
    }

    void check(ModelXml element) {
        String namespace = element.name().getNamespaceURI();
        Set<String> plain = attributesOf(element, namespace);
        if (plain == null) {
            refuseElement(element);
            return;
        }
        element.attributes().forEach((name, value) -> checkAttribute(element, plain, name, value));
        checkExpression(element, "its text", element.text());
        element.children().stream().filter(child -> !isDrawing(element, child)).forEach(this::check);
    }

    /** Anywhere else it would not be drawn, but an engine that asks for no namespace could take it for its own. */
    private static boolean isDrawing(ModelXml parent, ModelXml child) {
        return parent.name().equals(DEFINITIONS) && child.name().equals(DRAWING);
    }

    private static @Nullable Set<String> attributesOf(ModelXml element, String namespace) {
        return switch (namespace) {
            case BPMN -> AllowedElements.ELEMENTS.get(element.local());
            case CAMUNDA -> AllowedElements.ENGINE_ELEMENTS.get(element.local());
            default -> null;
        };
    }

    private void refuseElement(ModelXml element) {
        findings.add(
                element,
                "element-not-allowed",
                "<" + element.local() + "> is not among the elements that a model may have.",
                INSTEAD.getOrDefault(element.local(), TAKE_IT_OUT));
    }

    private void checkAttribute(ModelXml element, Set<String> plain, QName name, String value) {
        if (TOOLS.contains(name.getNamespaceURI())) return;
        if (!isAllowed(element, plain, name)) {
            findings.add(
                    element,
                    "attribute-not-allowed",
                    "The attribute " + name.getLocalPart() + " is not allowed on <" + element.local() + ">.",
                    INSTEAD.getOrDefault(name.getLocalPart(), TAKE_IT_OUT));
            return;
        }
        checkExpression(element, name.getLocalPart(), value);
    }

    private static boolean isAllowed(ModelXml element, Set<String> plain, QName name) {
        return switch (name.getNamespaceURI()) {
            case "" -> plain.contains(name.getLocalPart());
            case CAMUNDA ->
                AllowedElements.TEMPLATE.contains(name.getLocalPart())
                        || AllowedElements.ENGINE_ATTRIBUTES
                                .getOrDefault(element.local(), Set.of())
                                .contains(name.getLocalPart());
            default -> false;
        };
    }

    private void checkExpression(ModelXml element, String where, String text) {
        SafeExpression.flaw(text)
                .ifPresent(flaw -> findings.add(
                        element,
                        "expression",
                        "The expression in " + where + " " + flaw + ".",
                        "Use variables, comparisons and logic only; let a delegate or a decision table do the rest."));
    }
}
