package io.millrace.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.DeployModel;
import io.millrace.process.ProcessFailed;
import io.millrace.workflows.EngineRoom;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that are done for each element of a collection. */
class RepetitionsIT {

    private static final String EACH = "<multiInstanceLoopCharacteristics camunda:collection='elements'/>";

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private UUID acme = new UUID(0, 0);
    private Member ada;

    @BeforeEach
    void an_analyst() {
        acme = room.anotherTenant("acme");
        ada = room.member(acme, "Ada", Role.ANALYST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"elements", "${elements}"})
    void more_than_a_thousand_elements_are_an_incident_that_says_so(String collection) {
        deploy(collection, "asyncBefore");

        start(Repetitions.MOST + 1);

        await().until(() -> !incidents().isEmpty());
        assertThat(incidents())
                .containsExactly("each#multiInstanceBody The input \"collection\" of the step has 1001 elements, and a"
                        + " step is done for 1000 at most.");
        assertThat(tasks()).isZero();
    }

    @Test
    void in_a_request_they_are_refused_with_it() {
        deploy("elements", "exclusive");

        assertThatThrownBy(() -> start(Repetitions.MOST + 1))
                .isInstanceOf(ProcessFailed.class)
                .hasMessageContaining("has 1001 elements");
    }

    @Test
    void as_many_as_are_allowed_are_done() {
        deploy("elements", "exclusive");

        start(3);

        assertThat(tasks()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"31, true", "32, false"})
    void repeated_steps_inside_each_other_count_together(int elements, boolean allowed) {
        deploy(nested(
                "for-each", EACH, "<userTask id='inner' camunda:candidateGroups='manager'>" + EACH + "</userTask>"));

        if (allowed) start(elements);
        else assertThatThrownBy(() -> start(elements)).hasMessageContaining("is done for 1024 elements in all");

        assertThat(tasks()).isEqualTo(allowed ? 961 : 0);
    }

    @Test
    void those_of_a_process_that_is_called_repeatedly_count_too() {
        String times = "<multiInstanceLoopCharacteristics><loopCardinality>101</loopCardinality>"
                + "</multiInstanceLoopCharacteristics>";
        deploy(nested("called", times, "<userTask id='inner' camunda:candidateGroups='manager'/>"));
        deploy(nested("for-each", EACH, "<callActivity id='inner' calledElement='called'/>"));

        assertThatThrownBy(() -> start(100)).hasMessageContaining("is done for 10100 elements in all");
        assertThat(tasks()).isZero();
    }

    private void start(int elements) {
        List<String> many = new ArrayList<>(Collections.nCopies(elements, "one"));
        room.inside(acme, () -> room.get(Engine.class).startProcess("for-each", "4711", Map.of("elements", many)));
    }

    private List<String> incidents() {
        return room.database()
                .texts("SELECT activity_id_ || ' ' || incident_msg_ FROM camunda.act_ru_incident WHERE tenant_id_ = '"
                        + acme + "'");
    }

    private int tasks() {
        return room.database()
                .texts("SELECT id_ FROM camunda.act_ru_task WHERE tenant_id_ = '" + acme + "'")
                .size();
    }

    /** A sub-process that is repeated, and what is in it. */
    private static byte[] nested(String key, String repeats, String inner) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <startEvent id="start"/>
                    <sequenceFlow id="f1" sourceRef="start" targetRef="outer"/>
                    <subProcess id="outer">
                      %s
                      <startEvent id="begin"/>
                      <sequenceFlow id="f2" sourceRef="begin" targetRef="inner"/>
                      %s
                    </subProcess>
                  </process>
                </definitions>
                """.formatted(key, repeats, inner).getBytes(StandardCharsets.UTF_8);
    }

    private void deploy(String collection, String async) {
        byte[] file = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
                  <process id="for-each" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <startEvent id="start"/>
                    <sequenceFlow id="f1" sourceRef="start" targetRef="each"/>
                    <userTask id="each" camunda:candidateGroups="manager" camunda:%s="true">
                      <extensionElements>
                        <camunda:failedJobRetryTimeCycle>R1/PT1S</camunda:failedJobRetryTimeCycle>
                      </extensionElements>
                      <multiInstanceLoopCharacteristics camunda:collection="%s"/>
                    </userTask>
                  </process>
                </definitions>
                """.formatted(async, collection).getBytes(StandardCharsets.UTF_8);
        deploy(file);
    }

    private void deploy(byte[] file) {
        room.as(ada, () -> room.get(DeployModel.class).deploy(file));
    }
}
