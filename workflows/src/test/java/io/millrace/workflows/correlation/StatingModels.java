package io.millrace.workflows.correlation;

import static io.millrace.workflows.correlation.Models.ONCE;
import static io.millrace.workflows.correlation.Models.TASK;
import static io.millrace.workflows.correlation.Models.catching;
import static io.millrace.workflows.correlation.Models.file;
import static io.millrace.workflows.correlation.Models.flow;

/** Models of the tests that state events in their turn. */
final class StatingModels {

    private StatingModels() {}

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

    /** Begins with one message, waits for the other, and then states what begins it again. */
    static byte[] passingOnAfterWaiting(String key, String message, String other, String type) {
        return file(
                key,
                "<startEvent id='start'><messageEventDefinition messageRef='" + message + "'/></startEvent>"
                        + flow("start", "wait") + catching("wait", other, "") + flow("wait", "state")
                        + stating("state", type));
    }

    /** Waits for the message and states the other event, in one go where it is the platform's. */
    static byte[] statingAfter(String key, String message, String type) {
        return file(
                key,
                "<startEvent id='start'/>" + flow("start", "wait") + catching("wait", message, "")
                        + flow("wait", "state")
                        + stating("state", type).replace("camunda:asyncBefore='true' ", ""));
    }

    private static String stating(String id, String type) {
        return "<serviceTask id='" + id + "' camunda:asyncBefore='true' camunda:delegateExpression='${publishEvent}'>"
                + "<extensionElements>" + ONCE + "<camunda:inputOutput><camunda:inputParameter name='type'>" + type
                + "</camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>";
    }
}
