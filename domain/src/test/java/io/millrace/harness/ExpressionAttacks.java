package io.millrace.harness;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Every place of a model that could hold an expression, and every way we know of to reach a class from one. */
public final class ExpressionAttacks {

    public static final String HARMLESS = "${amount}";

    public static final List<String> SPELLINGS = List.of(
            "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('id')}",
            "#{''.getClass()}",
            "${\"\".class}",
            "${''['class']}",
            "${amount.class.classLoader}",
            "${amount['class']['classLoader']}",
            "${ ''\n.\tgetClass ( ) }",
            "${''.\\u0067etClass()}",
            "${true ? ''.getClass() : 1}",
            "${(''.getClass())}",
            "${!empty ''.getClass()}",
            "${'a'}${''.getClass()}",
            "for ${amount}, see ${''.getClass()} here",
            "${{'a': ''.getClass()}}",
            "${[''.getClass()]}",
            "${\"${''.getClass()}\"}",
            "${T(java.lang.Runtime).getRuntime()}",
            "${java.lang.Runtime.getRuntime()}",
            "${execution.getClass()}",
            "${execution.processEngineServices.managementService}",
            "${execution.processBusinessKey.getClass()}",
            "${task.execution.processEngine}",
            "${decisionResult.getSingleResult().getClass()}",
            "${decisionResult.getSingleResult().class}",
            "${openGate.getClass()}",
            "${cdiBeanManager}");

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">
              @BEFORE@
              <process id="@KEY@" name="A process" isExecutable="true" camunda:historyTimeToLive="P30D" @PROCESS@>
                <startEvent id="start"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
                @INSIDE@
                <userTask id="ask" name="Ask" camunda:candidateGroups="manager"/>
                <sequenceFlow id="f2" sourceRef="ask" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    private static final String RETRIES = "<camunda:failedJobRetryTimeCycle>R3/PT1M</camunda:failedJobRetryTimeCycle>";

    /**
     * A place for one expression.
     *
     * @param takesExpressions whether a harmless one is fine there
     */
    public record Carrier(String name, String place, String snippet, boolean takesExpressions) {

        public byte[] with(String key, String expression) {
            String text = MODEL.replace("@KEY@", key)
                    .replace(place, snippet)
                    .replaceAll("@[A-Z]+@", "")
                    .replace("@HERE", escaped(expression));
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&apos;");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public static final List<Carrier> CARRIERS = List.of(
            taking(
                    "condition",
                    "<sequenceFlow id='x' sourceRef='start' targetRef='ask'><conditionExpression"
                            + " xsi:type='tFormalExpression'>@HERE</conditionExpression></sequenceFlow>"),
            taking("candidateGroups", "<userTask id='x' camunda:candidateGroups='@HERE'/>"),
            taking("assignee", "<userTask id='x' camunda:assignee='@HERE'/>"),
            taking("dueDate", userTask("camunda:dueDate='@HERE'")),
            taking("followUpDate", userTask("camunda:followUpDate='@HERE'")),
            taking("priority", userTask("camunda:priority='@HERE'")),
            taking("name of a task", userTask("name='@HERE'")),
            taking(
                    "documentation of a task",
                    "<userTask id='x' camunda:candidateGroups='manager'><documentation>@HERE</documentation></userTask>"),
            taking("collection", repeated(" camunda:collection='@HERE'", "")),
            refusing("loopCardinality", repeated("", "<loopCardinality>@HERE</loopCardinality>")),
            taking(
                    "completionCondition",
                    repeated(
                            "",
                            "<loopCardinality>3</loopCardinality><completionCondition>@HERE</completionCondition>")),
            taking("timeDuration", timer("timeDuration")),
            taking("timeDate", timer("timeDate")),
            taking("timeCycle", timer("timeCycle")),
            taking(
                    "failedJobRetryTimeCycle",
                    "<manualTask id='x' camunda:asyncBefore='true'><extensionElements><camunda:failedJobRetryTimeCycle>"
                            + "@HERE</camunda:failedJobRetryTimeCycle></extensionElements></manualTask>"),
            taking("jobPriority", "<manualTask id='x' camunda:jobPriority='@HERE'/>"),
            taking("inputParameter", input("@HERE")),
            taking("inputParameter, list", input("<camunda:list><camunda:value>@HERE</camunda:value></camunda:list>")),
            taking(
                    "inputParameter, map",
                    input("<camunda:map><camunda:entry key='a'>@HERE</camunda:entry></camunda:map>")),
            taking(
                    "inputParameter, key of a map",
                    input("<camunda:map><camunda:entry key='@HERE'>a</camunda:entry></camunda:map>")),
            taking("inputParameter, as a text", input("<text>@HERE</text>")),
            taking("inputParameter, as documentation", input("<documentation>@HERE</documentation>")),
            refusing("inputParameter, as a drawing", input("<di:value>@HERE</di:value>")),
            refusing("inputParameter, drawn list", input("<di:list><camunda:value>@HERE</camunda:value></di:list>")),
            refusing("inputParameter, script", input("<camunda:script scriptFormat='juel'>@HERE</camunda:script>")),
            refusing("inputParameter, drawn script", input("<di:script scriptFormat='juel'>@HERE</di:script>")),
            taking(
                    "outputParameter",
                    extended("<camunda:inputOutput><camunda:outputParameter name='a'>@HERE</camunda:outputParameter>"
                            + "</camunda:inputOutput>")),
            taking("in, source", called("<camunda:in source='@HERE' target='a'/>")),
            taking("in, sourceExpression", called("<camunda:in sourceExpression='@HERE' target='a'/>")),
            refusing("in, businessKey", called("<camunda:in businessKey='@HERE'/>")),
            taking("out, sourceExpression", called("<camunda:out sourceExpression='@HERE' target='a'/>")),
            refusing("calledElement", "<callActivity id='x' calledElement='@HERE'/>"),
            refusing("decisionRef", "<businessRuleTask id='x' camunda:decisionRef='@HERE'/>"),
            refusing("delegateExpression", "<serviceTask id='x' camunda:delegateExpression='@HERE'/>"),
            refusing("expression", "<serviceTask id='x' camunda:expression='@HERE'/>"),
            refusing("class", "<serviceTask id='x' camunda:class='@HERE'/>"),
            taking("formData, defaultValue", field("type='string' defaultValue='@HERE'", "")),
            refusing("formData, label", field("type='string' label='@HERE'", "")),
            refusing("formData, value", field("type='enum'", "<camunda:value id='a' name='@HERE'/>")),
            refusing(
                    "formData, constraint",
                    field(
                            "type='string'",
                            "<camunda:validation><camunda:constraint name='maxlength' config='@HERE'/></camunda:validation>")),
            refusing(
                    "formData, validator",
                    field(
                            "type='string'",
                            "<camunda:validation><camunda:constraint name='validator' config='@HERE'/></camunda:validation>")),
            refusing("formRef", userTask("camunda:formRef='@HERE' camunda:formRefBinding='deployment'")),
            refusing("formKey", userTask("camunda:formKey='@HERE'")),
            refusing("candidateUsers", userTask("camunda:candidateUsers='@HERE'")),
            refusing(
                    "humanPerformer",
                    "<userTask id='x' camunda:candidateGroups='manager'><humanPerformer><resourceAssignmentExpression>"
                            + "<formalExpression>@HERE</formalExpression></resourceAssignmentExpression>"
                            + "</humanPerformer></userTask>"),
            taking("property millrace.name", property("millrace.name")),
            taking("property millrace.about", property("millrace.about")),
            taking("property millrace.excludes", property("millrace.excludes")),
            refusing("property millrace.completes", property("millrace.completes")),
            refusing("property millrace.retries", property("millrace.retries")),
            refusing("property millrace.variables", property("millrace.variables")),
            refusing("property millrace.keep", property("millrace.keep")),
            taking("property of one's own", property("colour")),
            refusing("executionListener", extended("<camunda:executionListener event='start' expression='@HERE'/>")),
            refusing("taskListener", extended("<camunda:taskListener event='create' expression='@HERE'/>")),
            refusing("drawn listener", extended("<di:executionListener event='start' expression='@HERE'/>")),
            taking("text annotation", "<textAnnotation id='x'><text>@HERE</text></textAnnotation>"),
            new Carrier("message name", "@BEFORE@", "<message id='x' name='@HERE'/>", false),
            new Carrier("error code", "@BEFORE@", "<error id='x' errorCode='@HERE'/>", false),
            new Carrier("signal name", "@BEFORE@", "<signal id='x' name='@HERE'/>", false),
            new Carrier("candidateStarterGroups", "@PROCESS@", "camunda:candidateStarterGroups='@HERE'", true),
            new Carrier("candidateStarterUsers", "@PROCESS@", "camunda:candidateStarterUsers='@HERE'", false));

    private ExpressionAttacks() {}

    private static Carrier taking(String name, String snippet) {
        return new Carrier(name, "@INSIDE@", snippet, true);
    }

    private static Carrier refusing(String name, String snippet) {
        return new Carrier(name, "@INSIDE@", snippet, false);
    }

    private static String userTask(String attribute) {
        return "<userTask id='x' camunda:candidateGroups='manager' " + attribute + "/>";
    }

    private static String extended(String extension) {
        return "<manualTask id='x'><extensionElements>" + extension + "</extensionElements></manualTask>";
    }

    private static String repeated(String attribute, String content) {
        return "<manualTask id='x'><multiInstanceLoopCharacteristics" + attribute + ">" + content
                + "</multiInstanceLoopCharacteristics></manualTask>";
    }

    private static String timer(String kind) {
        return "<boundaryEvent id='x' attachedToRef='ask'><extensionElements>" + RETRIES
                + "</extensionElements><timerEventDefinition><" + kind + ">@HERE</" + kind
                + "></timerEventDefinition></boundaryEvent>";
    }

    private static String input(String value) {
        return extended("<camunda:inputOutput><camunda:inputParameter name='a'>" + value
                + "</camunda:inputParameter></camunda:inputOutput>");
    }

    private static String called(String parameter) {
        return "<callActivity id='x' calledElement='approval-gate'><extensionElements>" + parameter
                + "</extensionElements></callActivity>";
    }

    private static String field(String attributes, String content) {
        return "<userTask id='x' camunda:candidateGroups='manager'><extensionElements><camunda:formData>"
                + "<camunda:formField id='f' " + attributes + ">" + content
                + "</camunda:formField></camunda:formData></extensionElements></userTask>";
    }

    private static String property(String name) {
        return "<userTask id='x' camunda:candidateGroups='manager'><extensionElements><camunda:properties>"
                + "<camunda:property name='" + name
                + "' value='@HERE'/></camunda:properties></extensionElements></userTask>";
    }
}
