package io.millrace.workflows.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.Words;
import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.ProcessInstance;
import io.millrace.process.ProcessInstances;
import io.millrace.process.RetryInstance;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.catalogue.Catalogued;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Models that fail at what an event leads to: the event and everybody else go on. */
class FailedStepsIT {

    @RegisterExtension
    static final Room room = EngineRoom.with(Weigh.class);

    private UUID acme = new UUID(0, 0);
    private Member ada;
    private Happenings here;

    /** Fails until it is mended. */
    @Words("Weighs the goods.")
    @Catalogued
    @Named
    @ApplicationScoped
    public static class Weigh implements JavaDelegate {

        static final AtomicBoolean BROKEN = new AtomicBoolean();

        @Override
        public void execute(DelegateExecution process) {
            if (BROKEN.get()) throw new IllegalStateException("the scales are broken");
        }
    }

    @BeforeEach
    void broken_scales() {
        acme = room.anotherTenant("acme");
        ada = room.member(acme, "Ada", Role.ANALYST);
        here = new Happenings(room, acme);
        Weigh.BROKEN.set(true);
    }

    @Test
    void a_step_that_fails_after_a_message_is_an_incident_and_whoever_else_waited_goes_on() {
        here.deployedBy(ada, Models.workingAfter("breaks", "paid", "weigh"));
        here.deployedBy(ada, Models.waitingFor("goes-on", "paid"));
        here.started("breaks", "4711");
        here.started("goes-on", "4711");

        here.heard(OrderHappened.about("4711"));

        ProcessInstance broken = incident("breaks");
        assertThat(here.stands()).containsExactly("breaks 4711 wait", "goes-on 4711 after");
        assertThat(deliveries()).containsExactly("DONE");
        assertThat(here.kept()).isEmpty();

        Weigh.BROKEN.set(false);
        room.as(ada, () -> room.get(RetryInstance.class).retry(broken.id()));
        assertThat(here.stands()).containsExactly("breaks 4711 after", "goes-on 4711 after");
    }

    @Test
    void a_first_step_that_fails_is_an_incident_of_a_process_that_was_started() {
        here.deployedBy(ada, Models.workingFirst("breaks", "paid", "weigh"));
        here.deployedBy(ada, Models.startedBy("starts", "paid", "ask"));

        here.heard(OrderHappened.about("4711"));

        incident("breaks");
        assertThat(here.stands()).containsExactly("breaks 4711 start", "starts 4711 ask");
        assertThat(deliveries()).containsExactly("DONE");
    }

    @Test
    void an_event_that_moves_others_waits_for_the_one_that_is_on_its_way() {
        here.deployedBy(ada, Models.workingBefore("on-its-way", "paid", "weigh"));
        here.deployedBy(ada, Models.waitingFor("goes-on", "paid"));
        here.deployedBy(ada, Models.startedBy("starts", "paid", "ask"));
        here.started("on-its-way", "4711");
        here.started("goes-on", "4711");
        ProcessInstance coming = incident("on-its-way");

        here.heard(OrderHappened.about("4711"));
        assertThat(here.kept()).containsExactly("order.paid 4711");
        Weigh.BROKEN.set(false);
        room.as(ada, () -> room.get(RetryInstance.class).retry(coming.id()));

        assertThat(here.stands()).containsExactly("goes-on 4711 after", "on-its-way 4711 after", "starts 4711 ask");
    }

    @Test
    void nobody_who_begins_later_is_given_what_waits_for_the_one_that_is_on_its_way() {
        here.deployedBy(ada, Models.workingBefore("on-its-way", "paid", "weigh"));
        here.deployedBy(ada, Models.waitingFor("goes-on", "paid"));
        here.started("on-its-way", "4711");
        here.started("goes-on", "4711");
        ProcessInstance coming = incident("on-its-way");
        here.heard(OrderHappened.about("4711"));

        here.started("goes-on", "4711");
        Weigh.BROKEN.set(false);
        room.as(ada, () -> room.get(RetryInstance.class).retry(coming.id()));

        assertThat(here.stands()).containsExactly("goes-on 4711 after", "goes-on 4711 wait", "on-its-way 4711 after");
    }

    @Test
    void it_waits_too_for_one_that_will_call_what_waits() {
        here.deployedBy(ada, Models.onlyWaitingFor("called", "paid"));
        here.deployedBy(ada, Models.workingBeforeCalling("on-its-way", "called", "weigh"));
        here.deployedBy(ada, Models.startedBy("starts", "paid", "ask"));
        here.started("on-its-way", "4711");
        ProcessInstance coming = incident("on-its-way");

        here.heard(OrderHappened.about("4711"));
        assertThat(here.kept()).containsExactly("order.paid 4711");
        Weigh.BROKEN.set(false);
        room.as(ada, () -> room.get(RetryInstance.class).retry(coming.id()));

        await().untilAsserted(
                        () -> assertThat(here.stands()).containsExactly("on-its-way 4711 after", "starts 4711 ask"));
    }

    @Test
    void an_event_that_moves_others_waits_for_nobody_whose_subject_is_another() {
        here.deployedBy(ada, Models.workingBefore("on-its-way", "paid", "weigh"));
        here.deployedBy(ada, Models.waitingFor("goes-on", "paid"));
        here.started("on-its-way", "other");
        here.started("goes-on", "4711");
        incident("on-its-way");

        here.heard(OrderHappened.about("4711"));

        assertThat(here.kept()).isEmpty();
    }

    private ProcessInstance incident(String process) {
        await().until(() -> only(process).state() == ProcessInstance.State.INCIDENT);
        return only(process);
    }

    private ProcessInstance only(String process) {
        List<ProcessInstance> found = room.inside(
                acme,
                () -> room.get(ProcessInstances.class)
                        .page(new ProcessInstances.Filter(process, null, null), null, 10)
                        .items());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<String> deliveries() {
        return room.database()
                .texts("SELECT state FROM event_delivery WHERE subscriber = 'StartAndMoveProcesses' AND tenant_id = '"
                        + acme + "'");
    }
}
