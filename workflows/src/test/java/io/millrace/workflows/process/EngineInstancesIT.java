package io.millrace.workflows.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Words;
import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.CancelInstance;
import io.millrace.process.DeployModel;
import io.millrace.process.InstanceCalled;
import io.millrace.process.InstanceDetails;
import io.millrace.process.InstanceEnded;
import io.millrace.process.InstanceStore;
import io.millrace.process.NoIncident;
import io.millrace.process.ProcessInstance;
import io.millrace.process.ProcessInstances;
import io.millrace.process.RetryInstance;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.catalogue.Catalogued;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Instances in the real engine, and what our own table says of them. */
class EngineInstancesIT {

    @RegisterExtension
    static final Room room = EngineRoom.with(BreakOnDemand.class);

    private Member ada;

    /** Fails until it is mended. */
    @Words("Breaks while it is told to.")
    @Catalogued
    @Named
    @ApplicationScoped
    public static class BreakOnDemand implements JavaDelegate {

        static final AtomicBoolean BROKEN = new AtomicBoolean();

        @Override
        public void execute(DelegateExecution process) {
            if (BROKEN.get()) throw new IllegalStateException("the thing is broken");
        }
    }

    @BeforeEach
    void a_process_that_calls_another() {
        ada = room.member(room.anotherTenant("acme"), "Ada", Role.ANALYST);
        BreakOnDemand.BROKEN.set(true);
        deploy("""
                <process id="inner" isExecutable="true" camunda:historyTimeToLive="P30D">
                  <startEvent id="began"/>
                  <sequenceFlow id="f1" sourceRef="began" targetRef="work"/>
                  <serviceTask id="work" name="Work" camunda:delegateExpression="${breakOnDemand}" camunda:asyncBefore="true">
                    <extensionElements><camunda:failedJobRetryTimeCycle>R1/PT1S</camunda:failedJobRetryTimeCycle></extensionElements>
                  </serviceTask>
                  <sequenceFlow id="f2" sourceRef="work" targetRef="ask"/>
                  <userTask id="ask" name="Ask" camunda:candidateGroups="manager"/>
                </process>""");
        deploy("""
                <process id="outer" isExecutable="true" camunda:historyTimeToLive="P30D">
                  <startEvent id="began"/>
                  <sequenceFlow id="f1" sourceRef="began" targetRef="call"/>
                  <callActivity id="call" calledElement="inner">
                    <extensionElements><camunda:in businessKey="#{execution.processBusinessKey}"/></extensionElements>
                  </callActivity>
                </process>""");
    }

    @Test
    void what_a_called_one_cannot_do_is_an_incident_of_its_caller_and_a_retry_there_mends_both() {
        ProcessInstance outer = started();
        await(outer, ProcessInstance.State.INCIDENT);
        ProcessInstance inner = only("inner");
        InstanceDetails.Incident incident = details(outer).incidents().get(0);

        assertThat(inner.state()).isEqualTo(ProcessInstance.State.INCIDENT);
        assertThat(inner.calledBy()).isEqualTo(outer.id());
        assertThat(incident.message()).isEqualTo("the thing is broken");
        assertThat(incident.instanceId()).isEqualTo(inner.id());
        assertThat(incident.activity()).isEqualTo("work");
        assertThat(details(inner).standsAt())
                .extracting(InstanceDetails.Place::activity)
                .containsExactly("work");

        // It fails once more, and is an incident again.
        retry(outer);
        await(outer, ProcessInstance.State.INCIDENT);
        BreakOnDemand.BROKEN.set(false);
        assertThat(retry(outer).state()).isEqualTo(ProcessInstance.State.RUNNING);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(details(inner).standsAt())
                        .extracting(InstanceDetails.Place::activity)
                        .containsExactly("ask"));
        assertThat(only("inner").incidents()).isZero();
        assertThatThrownBy(() -> retry(outer)).isInstanceOf(NoIncident.class);
    }

    @Test
    void what_is_cancelled_takes_what_it_called_along_and_leaves_no_incident() {
        ProcessInstance outer = started();
        await(outer, ProcessInstance.State.INCIDENT);
        ProcessInstance inner = only("inner");

        assertThatThrownBy(() -> cancel(inner)).isInstanceOf(InstanceCalled.class);
        ProcessInstance ended = cancel(outer);

        assertThat(ended.state()).isEqualTo(ProcessInstance.State.CANCELLED);
        assertThat(ended.endReason()).isEqualTo("not any more");
        assertThat(ended.incidents()).isZero();
        assertThat(only("inner").state()).isEqualTo(ProcessInstance.State.CANCELLED);
        assertThat(only("inner").incidents()).isZero();
        assertThatThrownBy(() -> cancel(outer)).isInstanceOf(InstanceEnded.class);
        assertThat(details(outer).standsAt()).isEmpty();
    }

    @Test
    void is_projected_in_the_transaction_that_began_it_or_not_at_all() {
        assertThatThrownBy(() -> room.as(ada, () -> {
                    room.get(Engine.class)
                            .startProcess("outer", UUID.randomUUID().toString(), Map.of());
                    throw new IllegalStateException("after the start");
                }))
                .hasMessage("after the start");

        assertThat(all("outer")).isEmpty();
        assertThat(all("inner")).isEmpty();
    }

    @Test
    void what_an_earlier_release_began_is_found_in_the_engine() throws IOException {
        await(started(), ProcessInstance.State.INCIDENT);
        String columns = "SELECT (to_jsonb(i) - 'started_at' - 'ended_at')::text FROM process_instance i ORDER BY id";
        List<String> projected = room.database().texts(columns);
        String migration;
        try (InputStream file =
                InstanceStore.class.getResourceAsStream("/db/migration/millrace/V021__process_instances.sql")) {
            migration = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }

        room.database().run("DELETE FROM process_instance", migration.substring(migration.indexOf("DO $$")));

        assertThat(room.database().texts(columns)).isEqualTo(projected).hasSizeGreaterThan(1);
    }

    @Test
    void is_unknown_to_another_tenant() {
        ProcessInstance outer = started();
        Member stranger = room.member(room.anotherTenant("globex"), "Ada", Role.ANALYST);

        assertThat(room.as(
                        stranger,
                        () -> room.get(ProcessInstances.class)
                                .page(new ProcessInstances.Filter(null, null, null), null, 10)
                                .items()))
                .isEmpty();
        assertThatThrownBy(() ->
                        room.as(stranger, () -> room.get(CancelInstance.class).cancel(outer.id(), "mine")))
                .hasMessageContaining("instance");
        // The engine's own walls, should ours ever be passed.
        assertThatThrownBy(() -> room.as(stranger, () -> {
                    room.get(InstanceStore.class).cancel(outer, "mine");
                    return null;
                }))
                .isInstanceOf(InstanceEnded.class);
        assertThatThrownBy(() ->
                        room.as(stranger, () -> room.get(InstanceStore.class).details(outer)))
                .hasMessageContaining("belongs to no authenticated tenant");
    }

    private ProcessInstance started() {
        room.as(ada, () -> {
            room.get(Engine.class).startProcess("outer", UUID.randomUUID().toString(), Map.of("colour", "green"));
            return null;
        });
        return only("outer");
    }

    private void await(ProcessInstance instance, ProcessInstance.State state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(room.as(
                                        ada,
                                        () -> room.get(ProcessInstances.class).require(instance.id()))
                                .state())
                        .isEqualTo(state));
    }

    private ProcessInstance only(String key) {
        List<ProcessInstance> all = all(key);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<ProcessInstance> all(String key) {
        return room.as(
                ada,
                () -> room.get(ProcessInstances.class)
                        .page(new ProcessInstances.Filter(key, null, null), null, 10)
                        .items());
    }

    private InstanceDetails details(ProcessInstance instance) {
        return room.as(ada, () -> room.get(InstanceStore.class).details(instance));
    }

    private ProcessInstance retry(ProcessInstance instance) {
        return room.as(ada, () -> room.get(RetryInstance.class).retry(instance.id()));
    }

    private ProcessInstance cancel(ProcessInstance instance) {
        return room.as(ada, () -> room.get(CancelInstance.class).cancel(instance.id(), "not any more"));
    }

    private void deploy(String process) {
        byte[] file = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">%s</definitions>
                """.formatted(process).getBytes(StandardCharsets.UTF_8);
        room.as(ada, () -> room.get(DeployModel.class).deploy(file));
    }
}
