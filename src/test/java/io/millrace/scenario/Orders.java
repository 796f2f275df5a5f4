package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.TestDatabase;
import io.millrace.scenario.MillraceClient.Answer;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * What an analyst drew beside the platform's own: each request places an order. One process places it, waits by a timer
 * and checks it, step by step in jobs; the other begins with the first of these events and goes on with the later ones.
 */
final class Orders {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final String RETRIES = "<camunda:failedJobRetryTimeCycle>R5/PT1S</camunda:failedJobRetryTimeCycle>";

    private static final String TAKEN = model("take-order", """
            <startEvent id="start"><messageEventDefinition messageRef="requested"/></startEvent>
            <sequenceFlow id="f1" sourceRef="start" targetRef="place"/>
            %s
            <sequenceFlow id="f2" sourceRef="place" targetRef="aMoment"/>
            <intermediateCatchEvent id="aMoment"><extensionElements>%s</extensionElements>
              <timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition>
            </intermediateCatchEvent>
            <sequenceFlow id="f3" sourceRef="aMoment" targetRef="check"/>
            %s
            <sequenceFlow id="f4" sourceRef="check" targetRef="confirm"/>
            %s
            <sequenceFlow id="f5" sourceRef="confirm" targetRef="end"/>
            <endEvent id="end"/>
            """.formatted(
                    stating("place", "order.placed"),
                    RETRIES,
                    stating("check", "order.checked"),
                    stating("confirm", "order.confirmed")));

    private static final String CLOSED = model("close-order", """
            <startEvent id="start"><messageEventDefinition messageRef="placed"/></startEvent>
            <sequenceFlow id="f1" sourceRef="start" targetRef="untilChecked"/>
            <intermediateCatchEvent id="untilChecked"><messageEventDefinition messageRef="checked"/></intermediateCatchEvent>
            <sequenceFlow id="f2" sourceRef="untilChecked" targetRef="untilConfirmed"/>
            <intermediateCatchEvent id="untilConfirmed"><messageEventDefinition messageRef="confirmed"/></intermediateCatchEvent>
            <sequenceFlow id="f3" sourceRef="untilConfirmed" targetRef="close"/>
            %s
            <sequenceFlow id="f4" sourceRef="close" targetRef="end"/>
            <endEvent id="end"/>
            """.formatted(stating("close", "order.closed")));

    /** Of each request that was accepted, by number: none missing, none double, none out of turn. */
    private static final String NOT_DONE = """
            SELECT a.title || ': ' || concat_ws(', ', story.told, ended.processes) FROM approval a
            LEFT JOIN LATERAL (
              SELECT string_agg(e.type, ' ' ORDER BY e.seq) AS told FROM event e
              WHERE e.tenant_id = a.tenant_id AND e.subject = a.id::text AND e.type LIKE 'order.%%') story ON true
            LEFT JOIN LATERAL (
              SELECT string_agg(p.proc_def_key_, ' ' ORDER BY p.proc_def_key_) AS processes FROM camunda.act_hi_procinst p
              WHERE p.business_key_ = a.id::text AND p.proc_def_key_ LIKE '%%-order' AND p.end_time_ IS NOT NULL) ended ON true
            WHERE a.title LIKE '%s-%%'
              AND (story.told IS DISTINCT FROM 'order.placed order.checked order.confirmed order.closed'
                   OR ended.processes IS DISTINCT FROM 'close-order take-order')""";

    private Orders() {}

    static void drawnBy(MillraceClient analyst) {
        for (String model : List.of(CLOSED, TAKEN)) {
            Answer made = analyst.postFile("/processes", "file", ModelFiles.bytes(model));
            assertThat(made.status()).as("%s", made).isEqualTo(201);
        }
    }

    static void mustBeDoneOnce(Traffic requests, TestDatabase database) {
        String notDone = NOT_DONE.formatted(requests.series());
        Awaitility.await("every order is closed")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(database.texts(notDone)).isEmpty());
    }

    /** A step in a job of its own that states an event about what its process is about. */
    static String stating(String id, String type) {
        return """
                <serviceTask id="%s" camunda:asyncBefore="true" camunda:delegateExpression="${publishEvent}">
                  <extensionElements>%s
                    <camunda:inputOutput><camunda:inputParameter name="type">%s</camunda:inputParameter></camunda:inputOutput>
                  </extensionElements>
                </serviceTask>""".formatted(id, RETRIES, type);
    }

    /** May begin with requests and orders, or wait for them. */
    static String model(String key, String elements) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
                  <message id="requested" name="approval.requested"/>
                  <message id="placed" name="order.placed"/>
                  <message id="checked" name="order.checked"/>
                  <message id="confirmed" name="order.confirmed"/>
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
                  %s
                  </process>
                </definitions>""".formatted(key, elements);
    }
}
