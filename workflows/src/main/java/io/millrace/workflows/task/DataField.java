package io.millrace.workflows.task;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form that stands in the model itself, {@code camunda:formData}.
 *
 * @param hasDefault whether the engine fills it in when nothing is submitted
 * @param limits what its constraints say, by their names
 */
record DataField(String name, Type type, boolean hasDefault, List<String> allowed, Map<String, String> limits) {

    /** What values it takes. */
    enum Type {
        STRING,
        LONG,
        BOOLEAN,
        DATE,
        ENUM
    }

    /** In their order; none where the task has no such form. */
    static List<DataField> of(Element task) {
        return child(task, "extensionElements", null)
                .flatMap(extensions -> child(extensions, "formData", BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS))
                .flatMap(form -> children(form, "formField"))
                .map(DataField::field)
                .toList();
    }

    private static DataField field(Element field) {
        return new DataField(
                field.attribute("id"),
                Type.valueOf(field.attribute("type").toUpperCase(Locale.ROOT)),
                field.attribute("defaultValue") != null,
                children(field, "value").map(value -> value.attribute("id")).toList(),
                child(field, "validation", BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS)
                        .flatMap(validation -> children(validation, "constraint"))
                        .collect(Collectors.toMap(
                                constraint -> constraint.attribute("name"),
                                constraint -> constraint.attribute("config", ""),
                                (one, other) -> other)));
    }

    private static Stream<Element> child(Element parent, String name, @Nullable Namespace namespace) {
        Element child = namespace == null ? parent.element(name) : parent.elementNS(namespace, name);
        return child == null ? Stream.empty() : Stream.of(child);
    }

    private static Stream<Element> children(Element parent, String name) {
        return parent.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name).stream();
    }

    boolean isRequired() {
        return limits.containsKey("required");
    }

    boolean isShownOnly() {
        return limits.containsKey("readonly");
    }

    /** Null when it has no such constraint. */
    @Nullable
    Long limit(String name) {
        String limit = limits.get(name);
        return limit == null ? null : Long.valueOf(limit);
    }
}
