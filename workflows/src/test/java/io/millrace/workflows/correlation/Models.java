package io.millrace.workflows.correlation;

import java.nio.charset.StandardCharsets;

/** Models of the tests, which wait for order.paid and order.shipped or begin with them. */
final class Models {

    private static final String FILE = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
              <message id="paid" name="order.paid"/>
              <message id="shipped" name="order.shipped"/>
              <process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
              %s
              </process>
            </definitions>
            """;

    private static final String TASK = "<userTask id='%s' camunda:candidateGroups='manager'/>";

    private static final String ONCE = "<camunda:failedJobRetryTimeCycle>R1/PT1S</camunda:failedJobRetryTimeCycle>";

    private Models() {}

    static byte[] file(String key, String elements) {
        return FILE.formatted(key, elements).getBytes(StandardCharsets.UTF_8);
    }

    /** Begins with the message, takes fields of its data, and ends up at a task. */
    static byte[] startedBy(String key, String message, String task) {
        return file(
                key,
                """
                <startEvent id='start'>%s<messageEventDefinition messageRef='%s'/></startEvent>
                """.formatted(taking("amount,rate, express,remark,items,missing"), message)
                        + flow("start", task)
                        + TASK.formatted(task));
    }

    static byte[] startedByHand(String key) {
        return file(key, "<startEvent id='start'/>" + flow("start", "ask") + TASK.formatted("ask"));
    }

    /** Waits for the message, then ends up at the task {@code after}. */
    static byte[] waitingFor(String key, String message) {
        return waiting(key, catching("wait", message, taking("amount")), "after");
    }

    /** The same, and messages wait for it as long as that. */
    static byte[] waitingFor(String key, String message, String keep) {
        return waiting(key, catching("wait", message, property("millrace.keep", keep)), "after");
    }

    private static byte[] waiting(String key, String wait, String then) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "wait") + wait + flow("wait", then) + TASK.formatted(then));
    }

    /** Comes to its wait on a thread of the engine. */
    static byte[] waitingLater(String key) {
        return waiting(
                key,
                "<intermediateCatchEvent id='wait' camunda:asyncBefore='true'><extensionElements>"
                        + "<camunda:failedJobRetryTimeCycle>R3/PT1S</camunda:failedJobRetryTimeCycle>"
                        + "</extensionElements><messageEventDefinition messageRef='paid'/></intermediateCatchEvent>",
                "after");
    }

    /** Waits for the same message twice, one after the other. */
    static byte[] waitingTwice(String key) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "first") + catching("first", "paid", "")
                        + flow("first", "second") + catching("second", "paid", "") + flow("second", "after")
                        + TASK.formatted("after"));
    }

    /** Does something once the message has come, which may fail. */
    static byte[] workingAfter(String key, String message, String delegate) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "wait")
                        + catching("wait", message, "<extensionElements>" + ONCE + "</extensionElements>")
                        + flow("wait", "work") + work(delegate) + flow("work", "after") + TASK.formatted("after"));
    }

    /** Begins with the message and does something at once, which may fail. */
    static byte[] workingFirst(String key, String message, String delegate) {
        return file(
                key,
                "<startEvent id='start'><extensionElements>" + ONCE
                        + "</extensionElements><messageEventDefinition messageRef='" + message + "'/></startEvent>"
                        + flow("start", "work") + work(delegate) + flow("work", "after") + TASK.formatted("after"));
    }

    /** Does something that may fail in a job of its own, then waits for the message. */
    static byte[] workingBefore(String key, String message, String delegate) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "work")
                        + "<serviceTask id='work' camunda:asyncBefore='true' camunda:delegateExpression='${" + delegate
                        + "}'><extensionElements>" + ONCE + "</extensionElements></serviceTask>" + flow("work", "wait")
                        + catching("wait", message, "") + flow("wait", "after") + TASK.formatted("after"));
    }

    /** Does something that may fail in a job of its own, then calls another, and ends up at a task. */
    static byte[] workingBeforeCalling(String key, String called, String delegate) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "work")
                        + "<serviceTask id='work' camunda:asyncBefore='true' camunda:delegateExpression='${" + delegate
                        + "}'><extensionElements>" + ONCE + "</extensionElements></serviceTask>" + flow("work", "call")
                        + "<callActivity id='call' calledElement='" + called + "'/>" + flow("call", "after")
                        + TASK.formatted("after"));
    }

    /** Begins with the message and states the other event at once. */
    static byte[] passingOn(String key, String message, String type) {
        return file(
                key,
                "<startEvent id='start'><extensionElements>" + ONCE
                        + "</extensionElements><messageEventDefinition messageRef='" + message + "'/></startEvent>"
                        + flow("start", "state") + stating("state", type));
    }

    /** The same, with a task between the two. */
    static byte[] passingOnByHand(String key, String message, String type) {
        return file(
                key,
                "<startEvent id='start'><messageEventDefinition messageRef='" + message + "'/></startEvent>"
                        + flow("start", "ask") + TASK.formatted("ask") + flow("ask", "state") + stating("state", type));
    }

    /** Begins with the message, calls another that waits for something, and states an event when that is done. */
    static byte[] passingOnAfterCalling(String key, String message, String called, String type) {
        return file(
                key,
                "<startEvent id='start'><messageEventDefinition messageRef='" + message + "'/></startEvent>"
                        + flow("start", "call") + "<callActivity id='call' calledElement='" + called + "'/>"
                        + flow("call", "state") + stating("state", type));
    }

    /** Waits for the message, and that is all. */
    static byte[] onlyWaitingFor(String key, String message) {
        return file(key, "<startEvent id='start'/>" + flow("start", "wait") + catching("wait", message, ""));
    }

    private static String stating(String id, String type) {
        return "<serviceTask id='" + id + "' camunda:asyncBefore='true' camunda:delegateExpression='${publishEvent}'>"
                + "<extensionElements>" + ONCE + "<camunda:inputOutput><camunda:inputParameter name='type'>" + type
                + "</camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>";
    }

    private static String work(String delegate) {
        return "<serviceTask id='work' camunda:delegateExpression='${" + delegate + "}'/>";
    }

    static byte[] receiving(String key) {
        return waiting(key, "<receiveTask id='wait' messageRef='paid'/>", "after");
    }

    static byte[] atAGateway(String key) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "either") + "<eventBasedGateway id='either'/>"
                        + flow("either", "wait") + flow("either", "other") + catching("wait", "paid", "")
                        + catching("other", "shipped", "") + flow("wait", "after") + flow("other", "afterOther")
                        + TASK.formatted("after") + TASK.formatted("afterOther"));
    }

    static byte[] atABoundary(String key) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "ask") + TASK.formatted("ask")
                        + """
                        <boundaryEvent id='wait' attachedToRef='ask'><messageEventDefinition messageRef='paid'/>
                        </boundaryEvent>"""
                        + flow("wait", "after") + TASK.formatted("after"));
    }

    static byte[] inAnEventSubProcess(String key) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "ask") + TASK.formatted("ask")
                        + """
                        <subProcess id='whenPaid' triggeredByEvent='true'>
                          <startEvent id='wait'><messageEventDefinition messageRef='paid'/></startEvent>
                        """
                        + flow("wait", "after") + TASK.formatted("after") + "</subProcess>");
    }

    static byte[] calling(String key, String called) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "call") + "<callActivity id='call' calledElement='" + called
                        + "'/>");
    }

    private static String catching(String id, String message, String extensions) {
        return "<intermediateCatchEvent id='" + id + "'>" + extensions + "<messageEventDefinition messageRef='"
                + message + "'/></intermediateCatchEvent>";
    }

    private static String taking(String names) {
        return property("millrace.variables", names);
    }

    private static String property(String name, String value) {
        return "<extensionElements><camunda:properties><camunda:property name='" + name + "' value='" + value
                + "'/></camunda:properties></extensionElements>";
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id='" + from + "To" + to + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
    }
}
