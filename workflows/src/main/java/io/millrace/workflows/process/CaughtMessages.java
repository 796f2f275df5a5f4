package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.BPMN;
import static io.millrace.workflows.process.AllowedElements.CAMUNDA;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;

/** Where messages come into a model: at start, catch and boundary events and receive tasks. */
final class CaughtMessages {

    static final String VARIABLES = "millrace.variables";
    static final String KEEP = "millrace.keep";

    private static final Set<String> EVENTS = Set.of("startEvent", "intermediateCatchEvent", "boundaryEvent");
    private static final QName DEFINITION = new QName(BPMN, "messageEventDefinition");

    /**
     * @param type the message's name; empty when there is no such message
     * @param starts whether it starts the process
     */
    record Caught(ModelXml element, String type, boolean starts) {}

    private CaughtMessages() {}

    static List<Caught> in(ModelXml root) {
        Map<String, String> names = new HashMap<>();
        root.children(new QName(BPMN, "message"))
                .forEach(message -> names.put(
                        message.attribute("id").orElse(""),
                        message.attribute("name").orElse("")));
        List<Caught> all = new ArrayList<>();
        root.children(ModelCheck.PROCESS).forEach(process -> collect(process, true, names, all));
        return all;
    }

    private static void collect(ModelXml scope, boolean isProcess, Map<String, String> names, List<Caught> all) {
        for (ModelXml element : scope.children()) {
            boolean starts = isProcess && element.local().equals("startEvent");
            messageOf(element).ifPresent(id -> all.add(new Caught(element, names.getOrDefault(id, ""), starts)));
            if (element.local().equals("subProcess")) collect(element, false, names, all);
        }
    }

    private static Optional<String> messageOf(ModelXml element) {
        Optional<String> reference = EVENTS.contains(element.local())
                ? element.children(DEFINITION).findFirst().flatMap(definition -> definition.attribute("messageRef"))
                : Optional.of(element)
                        .filter(task -> task.local().equals("receiveTask"))
                        .flatMap(task -> task.attribute("messageRef"));
        // A name with a prefix can only be of this file: nothing is imported.
        return reference.map(name -> name.substring(name.lastIndexOf(':') + 1));
    }

    /** What the modelling tool calls an extension property. */
    static Optional<String> property(ModelXml element, String name) {
        return element.children(new QName(BPMN, "extensionElements"))
                .flatMap(extensions -> extensions.children(new QName(CAMUNDA, "properties")))
                .flatMap(properties -> properties.children(new QName(CAMUNDA, "property")))
                .filter(property ->
                        property.attribute("name").filter(name::equals).isPresent())
                .findFirst()
                .map(property -> property.attribute("value").orElse(""));
    }
}
