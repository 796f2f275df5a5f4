package io.millrace.workflows.correlation;

import java.nio.charset.StandardCharsets;

/** Models of the tests, which wait for order.paid and order.shipped or begin with them. */
final class Models {

    private static final String FILE = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
              <message id="paid" name="order.paid"/>
              <message id="shipped" name="order.shipped"/>
              <message id="kept" name="order.kept"/>
              <process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
              %s
              </process>
            </definitions>
            """;

    static final String TASK = "<userTask id='%s' camunda:candidateGroups='manager'/>";

    static final String ONCE = "<camunda:failedJobRetryTimeCycle>R1/PT1S</camunda:failedJobRetryTimeCycle>";

    private static final String MAIL = """
            <serviceTask id='mail' camunda:delegateExpression='${sendMail}'>
              <extensionElements>
                <camunda:inputOutput>
                  <camunda:inputParameter name='to'>role:analyst</camunda:inputParameter>
                  <camunda:inputParameter name='title'>Paid</camunda:inputParameter>
                  <camunda:inputParameter name='text'>It is.</camunda:inputParameter>
                </camunda:inputOutput>
              </extensionElements>
            </serviceTask>""";

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

    /** Waits for the same message in two branches at once. */
    static byte[] waitingInTwoBranches(String key) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "fork") + "<parallelGateway id='fork'/>"
                        + flow("fork", "one") + flow("fork", "other") + catching("one", "paid", "")
                        + catching("other", "paid", "") + flow("one", "afterOne") + flow("other", "afterOther")
                        + TASK.formatted("afterOne") + TASK.formatted("afterOther"));
    }

    /** Waits for the message in one branch, and in the other after a task. */
    static byte[] waitingInTwoBranchesOneByOne(String key) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "fork") + "<parallelGateway id='fork'/>"
                        + flow("fork", "one") + flow("fork", "ask") + TASK.formatted("ask") + flow("ask", "other")
                        + catching("one", "paid", "") + catching("other", "paid", "") + flow("one", "afterOne")
                        + flow("other", "afterOther") + TASK.formatted("afterOne") + TASK.formatted("afterOther"));
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

    /** Waits for the message, and that is all. */
    static byte[] onlyWaitingFor(String key, String message) {
        return file(key, "<startEvent id='start'/>" + flow("start", "wait") + catching("wait", message, ""));
    }

    /** Begins with the message and mails somebody at once. */
    static byte[] mailingFirst(String key, String message) {
        return file(
                key,
                "<startEvent id='start'><messageEventDefinition messageRef='" + message + "'/></startEvent>"
                        + flow("start", "mail") + MAIL + flow("mail", "after") + TASK.formatted("after"));
    }

    /** Waits for the message and mails somebody then. */
    static byte[] mailingAfter(String key, String message) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "wait") + catching("wait", message, "")
                        + flow("wait", "mail") + MAIL + flow("mail", "after") + TASK.formatted("after"));
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

    static String catching(String id, String message, String extensions) {
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

    static String flow(String from, String to) {
        return "<sequenceFlow id='" + from + "To" + to + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
    }
}
