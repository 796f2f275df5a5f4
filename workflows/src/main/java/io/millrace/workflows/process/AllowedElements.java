package io.millrace.workflows.process;

import static java.util.Map.entry;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;

/**
 * The elements that a model of an analyst may consist of, and the attributes that each may have. What is not here is
 * refused, so that a new version of the engine brings no new way in.
 */
final class AllowedElements {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** How it is drawn; what is inside, the engine does not act on. */
    static final QName DRAWING = new QName("http://www.omg.org/spec/BPMN/20100524/DI", "BPMNDiagram");

    /** Attributes of the modelling tool. */
    static final Set<String> TOOLS = Set.of("http://camunda.org/schema/modeler/1.0", XSI);

    /** Which element template something was made with; of the modelling tool too, though in the engine's namespace. */
    static final Set<String> TEMPLATE = Set.of("modelerTemplate", "modelerTemplateVersion", "modelerTemplateIcon");

    private static final Set<String> FLOW = Set.of("id", "name");
    private static final Set<String> ASYNC = Set.of("asyncBefore", "asyncAfter", "exclusive", "jobPriority");

    /** BPMN's own, by name, with the plain attributes of each. */
    static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            entry(
                    "definitions",
                    Set.of(
                            "id",
                            "name",
                            "targetNamespace",
                            "exporter",
                            "exporterVersion",
                            "expressionLanguage",
                            "typeLanguage")),
            entry("process", Set.of("id", "name", "isExecutable", "processType", "isClosed")),
            entry("documentation", Set.of("id", "textFormat")),
            entry("extensionElements", Set.of()),
            entry("laneSet", FLOW),
            entry("lane", FLOW),
            entry("flowNodeRef", Set.of()),
            entry("collaboration", FLOW),
            entry("participant", Set.of("id", "name", "processRef")),
            entry("textAnnotation", FLOW),
            entry("text", Set.of()),
            entry("association", Set.of("id", "sourceRef", "targetRef", "associationDirection")),
            entry("group", Set.of("id", "categoryValueRef")),
            entry("category", FLOW),
            entry("categoryValue", Set.of("id", "value")),
            entry("incoming", Set.of()),
            entry("outgoing", Set.of()),
            entry("sequenceFlow", Set.of("id", "name", "sourceRef", "targetRef", "isImmediate")),
            entry("conditionExpression", Set.of("id")),
            entry("message", FLOW),
            entry("error", Set.of("id", "name", "errorCode")),
            entry("startEvent", Set.of("id", "name", "isInterrupting")),
            entry("endEvent", FLOW),
            entry("intermediateCatchEvent", FLOW),
            entry("intermediateThrowEvent", FLOW),
            entry("boundaryEvent", Set.of("id", "name", "attachedToRef", "cancelActivity")),
            entry("messageEventDefinition", Set.of("id", "messageRef")),
            entry("errorEventDefinition", Set.of("id", "errorRef")),
            entry("terminateEventDefinition", Set.of("id")),
            entry("timerEventDefinition", Set.of("id")),
            entry("timeDuration", Set.of("id")),
            entry("timeDate", Set.of("id")),
            entry("timeCycle", Set.of("id")),
            entry("userTask", Set.of("id", "name", "default")),
            entry("serviceTask", Set.of("id", "name", "default", "implementation")),
            entry("receiveTask", Set.of("id", "name", "default", "messageRef")),
            entry("businessRuleTask", Set.of("id", "name", "default", "implementation")),
            entry("manualTask", Set.of("id", "name", "default")),
            entry("callActivity", Set.of("id", "name", "default", "calledElement")),
            entry("subProcess", Set.of("id", "name", "default", "triggeredByEvent")),
            entry("exclusiveGateway", Set.of("id", "name", "default", "gatewayDirection")),
            entry("inclusiveGateway", Set.of("id", "name", "default", "gatewayDirection")),
            entry("parallelGateway", Set.of("id", "name", "gatewayDirection")),
            entry("eventBasedGateway", Set.of("id", "name", "instantiate", "eventGatewayType")),
            entry("multiInstanceLoopCharacteristics", Set.of("id", "isSequential")),
            entry("loopCardinality", Set.of("id")),
            entry("completionCondition", Set.of("id")));

    /** The engine's own attributes, by the element that they stand on. */
    static final Map<String, Set<String>> ENGINE_ATTRIBUTES = Map.ofEntries(
            entry(
                    "process",
                    Set.of(
                            "versionTag",
                            "historyTimeToLive",
                            "isStartableInTasklist",
                            "candidateStarterGroups",
                            "jobPriority",
                            "taskPriority")),
            entry("startEvent", with(ASYNC, "initiator", "formRef", "formRefBinding")),
            entry("endEvent", ASYNC),
            entry("intermediateCatchEvent", ASYNC),
            entry("intermediateThrowEvent", ASYNC),
            entry("boundaryEvent", ASYNC),
            entry(
                    "userTask",
                    with(
                            ASYNC,
                            "assignee",
                            "candidateGroups",
                            "dueDate",
                            "followUpDate",
                            "priority",
                            "formRef",
                            "formRefBinding")),
            entry("serviceTask", with(ASYNC, "delegateExpression", "resultVariable")),
            entry("receiveTask", ASYNC),
            entry(
                    "businessRuleTask",
                    with(ASYNC, "decisionRef", "decisionRefBinding", "mapDecisionResult", "resultVariable")),
            entry("manualTask", ASYNC),
            entry("callActivity", with(ASYNC, "calledElementBinding")),
            entry("subProcess", ASYNC),
            entry("exclusiveGateway", ASYNC),
            entry("inclusiveGateway", ASYNC),
            entry("parallelGateway", ASYNC),
            entry("eventBasedGateway", ASYNC),
            entry("multiInstanceLoopCharacteristics", with(ASYNC, "collection", "elementVariable")),
            entry("errorEventDefinition", Set.of("errorCodeVariable", "errorMessageVariable")));

    /** The engine's own elements, with their plain attributes. */
    static final Map<String, Set<String>> ENGINE_ELEMENTS = Map.ofEntries(
            entry("properties", Set.of()),
            entry("property", Set.of("id", "name", "value")),
            entry("inputOutput", Set.of()),
            entry("inputParameter", Set.of("name")),
            entry("outputParameter", Set.of("name")),
            entry("list", Set.of()),
            entry("map", Set.of()),
            entry("entry", Set.of("key")),
            entry("value", Set.of("id", "name")),
            entry("in", Set.of("source", "sourceExpression", "target", "businessKey", "variables", "local")),
            entry("out", Set.of("source", "sourceExpression", "target", "variables", "local")),
            entry("formData", Set.of("businessKey")),
            entry("formField", Set.of("id", "label", "type", "defaultValue", "datePattern")),
            entry("validation", Set.of()),
            entry("constraint", Set.of("name", "config")),
            entry("failedJobRetryTimeCycle", Set.of()));

    private AllowedElements() {}

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
