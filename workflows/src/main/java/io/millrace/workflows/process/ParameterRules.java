package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.BPMN;
import static io.millrace.workflows.process.AllowedElements.CAMUNDA;

import io.millrace.workflows.catalogue.DelegateInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** A delegate of the catalogue gets what it takes, as far as a model can tell before it runs. */
final class ParameterRules {

    private static final QName EXTENSIONS = new QName(BPMN, "extensionElements");
    private static final QName MAPPING = new QName(CAMUNDA, "inputOutput");
    private static final QName INPUT = new QName(CAMUNDA, "inputParameter");

    private final Findings findings;

    ParameterRules(Findings findings) {
        this.findings = findings;
    }

    /** @param inputs none for a delegate that looks at the process's variables itself */
    void check(ModelXml task, String delegate, List<DelegateInput> inputs) {
        if (inputs.isEmpty()) return;
        Map<String, ModelXml> given = given(task);
        inputs.forEach(input -> check(task, delegate, input, given.remove(input.name())));
        String known = inputs.stream().map(DelegateInput::name).collect(Collectors.joining(", "));
        given.keySet()
                .forEach(name -> findings.add(
                        task,
                        "input",
                        delegate + " has no input \"" + name + "\".",
                        "Take it out, or name one of " + known + "."));
    }

    private void check(ModelXml task, String delegate, DelegateInput input, @Nullable ModelXml parameter) {
        // A list, a map or an expression is known when it runs.
        boolean isLiteral = parameter == null
                || (parameter.children().isEmpty() && !parameter.text().contains("{"));
        if (!isLiteral) return;
        input.flaw(parameter == null ? "" : parameter.text())
                .ifPresent(flaw -> findings.add(
                        task,
                        "input",
                        "The input \"" + input.name() + "\" of " + delegate + " " + flaw + ".",
                        "Give it: " + input.words() + "."));
    }

    private static Map<String, ModelXml> given(ModelXml task) {
        Map<String, ModelXml> given = new LinkedHashMap<>();
        task.children(EXTENSIONS)
                .flatMap(extensions -> extensions.children(MAPPING))
                .flatMap(mapping -> mapping.children(INPUT))
                .forEach(parameter -> given.put(parameter.attribute("name").orElse(""), parameter));
        return given;
    }
}
