package io.millrace.jobs.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import io.millrace.jobs.JobServer;
import io.millrace.jobs.JobStore;
import io.millrace.jobs.JobsRoom;
import io.millrace.outbox.Outbox;
import io.millrace.outbox.PermanentFailure;
import io.millrace.outbox.RetryDelivery;
import io.millrace.outbox.Trace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EffectsIT {

    @RegisterExtension
    static final Room room = JobsRoom.with(RingBell.class)
            .setting("millrace.jobs.retries", 1)
            .setting("millrace.relay.look-again", "PT0S");

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private UUID acme = new UUID(0, 0);

    @BeforeEach
    void a_new_tenant() {
        acme = room.anotherTenant("acme");
    }

    @AfterEach
    void quiet() {
        room.get(Relay.class).stop();
        room.get(JobServer.class).stop();
        room.get(RingBell.class).first(() -> {});
        room.get(RingBell.class).atItsEnd(() -> {});
        room.get(RingBell.class).rung().clear();
        room.get(RingBell.class).told().clear();
        room.database().run("DELETE FROM delivery_dispatch", "DELETE FROM jobrunr.jobrunr_jobs");
    }

    @Test
    void an_effect_runs_as_a_job_bound_to_its_tenant_and_trace() {
        room.get(JobServer.class).start();
        room.get(Relay.class).start();

        Trace.set(TRACE);
        ring("doorbell");
        Trace.set(null);

        await().atMost(Duration.ofSeconds(20)).until(() -> states().equals(List.of("DONE 1")));
        assertThat(room.get(RingBell.class).rung()).containsExactly("doorbell true " + TRACE);
    }

    @Test
    void runs_twice_with_one_effect() {
        ring("doorbell");
        DeliverEffect job = new DeliverEffect(acme, delivery());

        room.get(DeliverEffectHandler.class).run(job);
        room.get(DeliverEffectHandler.class).run(job);

        assertThat(room.get(RingBell.class).rung()).hasSize(1);
        assertThat(states()).containsExactly("DONE 1");
        assertThat(room.database().count("delivery_dispatch")).isZero();
    }

    @Test
    void leaves_no_trace_when_it_fails() {
        room.get(RingBell.class).first(() -> {
            throw new IllegalStateException("broken clapper\nof ann@acme.test");
        });
        ring("doorbell");

        room.get(DeliverEffectHandler.class).run(new DeliverEffect(acme, delivery()));

        assertThat(room.get(RingBell.class).rung()).isEmpty();
        assertThat(states()).containsExactly("OPEN 1");
        assertThat(room.database().texts("SELECT last_error FROM event_delivery WHERE tenant_id = '" + acme + "'"))
                .containsExactly("IllegalStateException: broken clapper");
    }

    @Test
    void a_permanent_failure_is_dead_at_once() {
        room.get(RingBell.class).first(() -> {
            throw new PermanentFailure("no such door");
        });
        ring("doorbell");

        assertThatThrownBy(() -> room.get(DeliverEffectHandler.class).run(new DeliverEffect(acme, delivery())))
                .isInstanceOf(EffectFailed.class)
                .matches(e -> ((EffectFailed) e).isProblematicAndDoNotRetry());

        assertThat(states()).containsExactly("DEAD 0");
        assertThat(room.get(RingBell.class).told())
                .containsExactly("doorbell given up: PermanentFailure: no such door");
    }

    @Test
    void it_is_not_dead_before_its_effect_has_noted_that() {
        room.get(RingBell.class).first(() -> {
            throw new PermanentFailure("no such door");
        });
        room.get(RingBell.class).atItsEnd(() -> {
            throw new IllegalStateException("no pencil");
        });
        ring("doorbell");

        assertThatThrownBy(() -> room.get(DeliverEffectHandler.class).run(new DeliverEffect(acme, delivery())))
                .hasMessage("no pencil");

        assertThat(states()).containsExactly("OPEN 0");
    }

    @Test
    void one_whose_subscriber_is_gone_is_dead_at_once() {
        ring("doorbell");
        room.database().run("UPDATE event_delivery SET subscriber = 'Gong' WHERE tenant_id = '" + acme + "'");

        assertThatThrownBy(() -> room.get(DeliverEffectHandler.class).run(new DeliverEffect(acme, delivery())))
                .hasMessage("PermanentFailure: no subscriber is called Gong");

        assertThat(states()).containsExactly("DEAD 0");
    }

    @Test
    void after_the_last_retry_it_is_dead_until_an_operator_retries_it() {
        room.get(JobServer.class).start();
        room.get(RingBell.class).first(() -> {
            throw new IllegalStateException("broken clapper");
        });
        room.get(Relay.class).start();
        ring("doorbell");
        await().atMost(Duration.ofSeconds(40)).until(() -> states().equals(List.of("DEAD 2")));

        room.get(RingBell.class).first(() -> {});
        UUID dead = delivery();
        room.inside(acme, () -> room.get(RetryDelivery.class).retry(dead, null));

        await().atMost(Duration.ofSeconds(20)).until(() -> states().equals(List.of("DONE 1")));
        assertThat(room.get(RingBell.class).told())
                .containsExactly("doorbell given up: IllegalStateException: broken clapper", "doorbell retried");
    }

    @Test
    void handing_over_again_makes_no_second_job() {
        ring("doorbell");

        room.get(HandOverEffects.class).handOver();
        room.database().run("UPDATE delivery_dispatch SET job_id = NULL, due_at = now()"); // as after a crash
        room.get(HandOverEffects.class).handOver();
        ring("second"); // together with one that is known
        room.database().run("UPDATE delivery_dispatch SET job_id = NULL, due_at = now()");
        room.get(HandOverEffects.class).handOver();

        assertThat(room.database().count("jobrunr.jobrunr_jobs")).isEqualTo(2);
    }

    @Test
    void a_lost_job_is_enqueued_again_under_the_same_id() {
        ring("doorbell");
        room.get(HandOverEffects.class).handOver();
        room.database().run("DELETE FROM jobrunr.jobrunr_jobs");

        room.get(HandOverEffects.class).handOver();

        assertThat(job(delivery()).getState()).isEqualTo(StateName.ENQUEUED);
    }

    @Test
    void a_deleted_job_runs_again_while_its_delivery_is_open() {
        ring("doorbell");
        room.get(HandOverEffects.class).handOver();
        room.get(JobStore.class).delete(delivery(), "by mistake");

        room.get(HandOverEffects.class).handOver();

        assertThat(job(delivery()).getState()).isEqualTo(StateName.ENQUEUED);
    }

    @Test
    void many_effects_at_once_are_each_made_once() {
        room.get(JobServer.class).start();
        room.get(Relay.class).start();

        room.inside(
                acme,
                () -> IntStream.range(0, 500)
                        .forEach(i -> room.get(Outbox.class).add(new Rung("bell-" + i))));

        await().atMost(Duration.ofSeconds(60)).until(() -> room.database().count("delivery_dispatch") == 0);
        assertThat(room.get(RingBell.class).rung()).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void a_job_is_refused_inside_a_business_transaction() {
        assertThatThrownBy(
                        () -> room.inside(acme, () -> room.get(JobStore.class).enqueue(List.of())))
                .hasMessage("jobs are never enqueued inside a business transaction");
    }

    private static Job job(UUID id) {
        return room.get(JobStore.class).find(id).orElseThrow();
    }

    private void ring(String subject) {
        room.inside(acme, () -> room.get(Outbox.class).add(new Rung(subject)));
    }

    private UUID delivery() {
        return UUID.fromString(room.database()
                .texts("SELECT id FROM event_delivery WHERE tenant_id = '" + acme + "'")
                .get(0));
    }

    private List<String> states() {
        return room.database()
                .texts("SELECT state || ' ' || attempts FROM event_delivery WHERE tenant_id = '" + acme + "'");
    }
}
