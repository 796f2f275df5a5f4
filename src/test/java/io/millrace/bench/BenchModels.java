package io.millrace.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an analyst deploys for a measurement: the platform's purchase with something beside it, and what that calls. */
final class BenchModels {

    /** How many asynchronous steps an instance of {@link #chain} takes. */
    static final int CHAIN = 20;

    private static final String FIRST_STEP = """
            <sequenceFlow id="purchaseRequestedToRouteRequest" sourceRef="purchaseRequested" targetRef="routeRequest"/>""";
    private static final String RETRIES = """
            <extensionElements><camunda:failedJobRetryTimeCycle>R5/PT1M</camunda:failedJobRetryTimeCycle></extensionElements>""";

    private BenchModels() {}

    /** Every request also leaves one step to whoever takes the engine's jobs. */
    static String withStep(String purchaseApproval) {
        return beside(
                purchaseApproval,
                "<manualTask id=\"beside\" camunda:asyncBefore=\"true\">" + RETRIES + "</manualTask>");
    }

    /** Every request also starts so many chains. */
    static String withChains(String purchaseApproval, int chains) {
        return beside(purchaseApproval, """
                <callActivity id="beside" calledElement="bench-chain" camunda:asyncBefore="true">%s
                  <multiInstanceLoopCharacteristics><loopCardinality>%d</loopCardinality></multiInstanceLoopCharacteristics>
                </callActivity>""".formatted(RETRIES, chains));
    }

    private static String beside(String purchaseApproval, String activity) {
        return purchaseApproval
                .replace(FIRST_STEP, """
                        <sequenceFlow id="toFork" sourceRef="purchaseRequested" targetRef="fork"/>
                        <parallelGateway id="fork"/>
                        <sequenceFlow id="forkToRouteRequest" sourceRef="fork" targetRef="routeRequest"/>
                        <sequenceFlow id="forkToBeside" sourceRef="fork" targetRef="beside"/>
                        %s
                        <sequenceFlow id="besideToEnd" sourceRef="beside" targetRef="besideDone"/>
                        <endEvent id="besideDone"/>""".formatted(activity))
                .replace("<outgoing>purchaseRequestedToRouteRequest</", "<outgoing>toFork</")
                .replace("<incoming>purchaseRequestedToRouteRequest</", "<incoming>forkToRouteRequest</")
                .replace("bpmnElement=\"purchaseRequestedToRouteRequest\"", "bpmnElement=\"forkToRouteRequest\"");
    }

    /** For an engine that has nothing but it: so many chains at once. */
    static String manyChains(int chains) {
        return process("bench-many", """
                <startEvent id="start"/>
                <sequenceFlow id="toChains" sourceRef="start" targetRef="chains"/>
                <callActivity id="chains" calledElement="bench-chain" camunda:asyncBefore="true">%s
                  <multiInstanceLoopCharacteristics><loopCardinality>%d</loopCardinality></multiInstanceLoopCharacteristics>
                </callActivity>
                <sequenceFlow id="toEnd" sourceRef="chains" targetRef="end"/>
                <endEvent id="end"/>""".formatted(RETRIES, chains));
    }

    /** Asynchronous steps one after the other that do nothing, then a long wait: nobody has to collect the chains. */
    static String chain() {
        String steps = IntStream.rangeClosed(1, CHAIN)
                .mapToObj(n -> """
                        <manualTask id="step%1$d" camunda:asyncBefore="true">%2$s</manualTask>
                        <sequenceFlow id="fromStep%1$d" sourceRef="step%1$d" targetRef="%3$s"/>""".formatted(n, RETRIES, n == CHAIN ? "rest" : "step" + (n + 1)))
                .collect(Collectors.joining());
        return process("bench-chain", """
                <startEvent id="start"/>
                <sequenceFlow id="toFirst" sourceRef="start" targetRef="step1"/>
                %s
                <intermediateCatchEvent id="rest">%s
                  <timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>
                </intermediateCatchEvent>
                <sequenceFlow id="toEnd" sourceRef="rest" targetRef="end"/>
                <endEvent id="end"/>""".formatted(steps, RETRIES));
    }

    private static String process(String key, String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                %s
                  </process>
                </definitions>""".formatted(key, key, content);
    }
}
