package io.millrace.scenario;

import java.nio.charset.StandardCharsets;

/** Models that analysts of the tests send. */
final class ModelFiles {

    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
              <process id="%s" name="A process" isExecutable="true" camunda:historyTimeToLive="P30D">
                <startEvent id="start"/>
                <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
                <userTask id="ask" name="%s" camunda:candidateGroups="manager"/>
                <sequenceFlow id="f2" sourceRef="ask" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    private static final String PICTURE = """
              <bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="picture">
                <bpmndi:BPMNPlane id="plane" bpmnElement="%s">
                  <bpmndi:BPMNShape id="s1" bpmnElement="start"><dc:Bounds x="100" y="112" width="36" height="36"/></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="s2" bpmnElement="ask"><dc:Bounds x="200" y="90" width="100" height="80"/></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="s3" bpmnElement="end"><dc:Bounds x="360" y="112" width="36" height="36"/></bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="e1" bpmnElement="f1"><di:waypoint x="136" y="130"/><di:waypoint x="200" y="130"/></bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="e2" bpmnElement="f2"><di:waypoint x="300" y="130"/><di:waypoint x="360" y="130"/></bpmndi:BPMNEdge>
                </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </definitions>""";

    private static final String FIRST_STEP = """
            <sequenceFlow id="purchaseRequestedToRouteRequest" sourceRef="purchaseRequested" targetRef="routeRequest"/>""";

    private ModelFiles() {}

    /** One task for the managers. */
    static byte[] process(String key, String task) {
        return bytes(PROCESS.formatted(key, task));
    }

    static String text(String key) {
        return PROCESS.formatted(key, "Ask");
    }

    /** The same, drawn as a modeler draws it, and named. */
    static byte[] drawn(String key, String name, String task) {
        return bytes(PROCESS.formatted(key, task)
                .replace("A process", name)
                .replace("</definitions>", PICTURE.formatted(key)));
    }

    /** The same, with something in it that may not be there. */
    static byte[] processWith(String key, String more) {
        return bytes(PROCESS.formatted(key, "Ask").replace("<endEvent", more + "<endEvent"));
    }

    /** The platform's purchase-approval with a task of Revenue Assurance before anybody is asked. */
    static byte[] withBudgetCheck(String purchaseApproval) {
        String changed = purchaseApproval
                .replace(FIRST_STEP, """
                        <sequenceFlow id="purchaseRequestedToCheckBudget" sourceRef="purchaseRequested" targetRef="checkBudget"/>
                        <userTask id="checkBudget" name="Check budget" camunda:candidateGroups="revenue_assurance"/>
                        <sequenceFlow id="checkBudgetToRouteRequest" sourceRef="checkBudget" targetRef="routeRequest"/>""")
                .replace("<outgoing>purchaseRequestedToRouteRequest</", "<outgoing>purchaseRequestedToCheckBudget</")
                .replace("<incoming>purchaseRequestedToRouteRequest</", "<incoming>checkBudgetToRouteRequest</");
        // Drawn as it was: the new step has no place in the picture, which the engine does not mind.
        return bytes(changed.replace(
                "bpmnElement=\"purchaseRequestedToRouteRequest\"", "bpmnElement=\"checkBudgetToRouteRequest\""));
    }

    /** The same, where that task asks for something. */
    static byte[] withBudgetForm(String purchaseApproval, String fields) {
        String plain =
                "<userTask id=\"checkBudget\" name=\"Check budget\" camunda:candidateGroups=\"revenue_assurance\"";
        return bytes(new String(withBudgetCheck(purchaseApproval), StandardCharsets.UTF_8)
                .replace(
                        plain + "/>",
                        plain + "><extensionElements><camunda:formData>" + fields
                                + "</camunda:formData></extensionElements></userTask>"));
    }

    /** The platform's approval-routing with another amount up to which the manager decides alone. */
    static byte[] withLimit(String approvalRouting, String limit) {
        return bytes(approvalRouting.replace("&lt; 500<", "&lt; " + limit + "<").replace("[500..", "[" + limit + ".."));
    }

    /** The platform's approval-routing without an answer for what costs from 100.00 to 500.00. */
    static byte[] withHole(String approvalRouting) {
        return bytes(approvalRouting.replace("&lt; 500<", "&lt; 100<"));
    }

    /** The platform's purchase-approval, whose routing is tried once, by a job of its own. */
    static byte[] withRoutingAsAJob(String purchaseApproval) {
        return bytes(purchaseApproval
                .replace(
                        "<businessRuleTask id=\"routeRequest\"",
                        "<businessRuleTask id=\"routeRequest\" camunda:asyncBefore=\"true\"")
                .replace(
                        "<camunda:inputOutput>\n          <camunda:outputParameter name=\"managerNeeded\"",
                        "<camunda:failedJobRetryTimeCycle>R1/PT1S</camunda:failedJobRetryTimeCycle>\n"
                                + "<camunda:inputOutput>\n          <camunda:outputParameter name=\"managerNeeded\""));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
