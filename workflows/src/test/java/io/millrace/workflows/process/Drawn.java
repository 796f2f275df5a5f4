package io.millrace.workflows.process;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Models for tests, as the modelling tool would write them. */
public final class Drawn {

    private static final String PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
              <process id="%s" name="A process" isExecutable="true" camunda:historyTimeToLive="P30D">
                <startEvent id="start"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="step"/>
                %s
                <sequenceFlow id="f2" sourceRef="step" targetRef="done"/>
                <userTask id="done" name="Done" camunda:candidateGroups="manager"/>
                <sequenceFlow id="f3" sourceRef="done" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    private Drawn() {}

    /** @param step an element with the id {@code step}, before a task of the managers */
    public static byte[] process(String key, String step) {
        return PROCESS.formatted(key, step).getBytes(StandardCharsets.UTF_8);
    }

    /** A service task that is tried again, with input parameters. */
    public static String serviceTask(String delegate, Map<String, String> inputs) {
        String parameters = inputs.entrySet().stream()
                .map(input -> "<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>"
                        .formatted(input.getKey(), input.getValue()))
                .collect(Collectors.joining());
        return """
                <serviceTask id="step" name="Step" camunda:asyncBefore="true" camunda:delegateExpression="${%s}">
                  <extensionElements>
                    <camunda:inputOutput>%s</camunda:inputOutput>
                    <camunda:failedJobRetryTimeCycle>R3/PT1M</camunda:failedJobRetryTimeCycle>
                  </extensionElements>
                </serviceTask>""".formatted(delegate, parameters);
    }

    /** What the tool makes of a task when somebody chooses a template and fills in its fields. */
    static String templated(JsonObject template, Map<String, String> filledIn) {
        StringBuilder attributes = new StringBuilder();
        StringBuilder parameters = new StringBuilder();
        StringBuilder properties = new StringBuilder();
        for (JsonObject field : template.getJsonArray("properties").getValuesAs(JsonObject.class)) {
            JsonObject binding = field.getJsonObject("binding");
            String name = binding.getString("name", "");
            String value = field.containsKey("value") ? text(field) : filledIn.getOrDefault(name, "");
            switch (binding.getString("type")) {
                case "property" -> attributes.append(" %s=\"%s\"".formatted(name, value));
                case "camunda:inputParameter" ->
                    parameters.append(
                            "<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>".formatted(name, value));
                case "camunda:outputParameter" ->
                    parameters.append("<camunda:outputParameter name=\"%s\">%s</camunda:outputParameter>"
                            .formatted(value, binding.getString("source")));
                case "camunda:property" ->
                    properties.append("<camunda:property name=\"%s\" value=\"%s\"/>".formatted(name, value));
                default -> throw new AssertionError("nobody knows where this goes: " + binding);
            }
        }
        String type = template.getJsonObject("elementType").getString("value").substring("bpmn:".length());
        String element = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        return """
                <%s id="step" name="Step" camunda:modelerTemplate="%s" camunda:modelerTemplateVersion="%d"%s>
                  <extensionElements>
                    <camunda:inputOutput>%s</camunda:inputOutput>
                    <camunda:properties>%s</camunda:properties>
                  </extensionElements>
                </%s>""".formatted(
                        element,
                        template.getString("id"),
                        template.getInt("version"),
                        attributes,
                        parameters,
                        properties,
                        element);
    }

    private static String text(JsonObject field) {
        return String.valueOf(field.getOrDefault("value", JsonValue.NULL)).replace("\"", "");
    }
}
