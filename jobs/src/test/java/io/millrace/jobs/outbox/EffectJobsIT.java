package io.millrace.jobs.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import io.millrace.jobs.JobServer;
import io.millrace.jobs.JobStore;
import io.millrace.jobs.JobsRoom;
import io.millrace.outbox.DeliveryQueue;
import io.millrace.outbox.DueEffect;
import io.millrace.outbox.Outbox;
import io.millrace.outbox.PermanentFailure;
import io.millrace.outbox.RetryDelivery;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Effects whose jobs have come to an end, and which are to be made all the same. */
class EffectJobsIT {

    @RegisterExtension
    static final Room room = JobsRoom.with(RingBell.class).setting("millrace.relay.look-again", "PT0S");

    private UUID acme = new UUID(0, 0);

    @BeforeEach
    void a_new_tenant() {
        acme = room.anotherTenant("acme");
    }

    @AfterEach
    void quiet() {
        room.get(JobServer.class).stop();
        room.get(RingBell.class).first(() -> {});
        room.database().run("DELETE FROM delivery_dispatch", "DELETE FROM jobrunr.jobrunr_jobs");
    }

    @Test
    void a_retried_one_does_not_wait_for_the_job_in_which_it_died() {
        room.get(RingBell.class).first(() -> {
            throw new PermanentFailure("no such door");
        });
        ring("doorbell");
        room.get(HandOverEffects.class).handOver();
        UUID dead = delivery();
        assertThatThrownBy(() -> room.get(DeliverEffectHandler.class).run(new DeliverEffect(acme, dead)))
                .isInstanceOf(EffectFailed.class);

        room.inside(acme, () -> room.get(RetryDelivery.class).retry(dead, null)); // while the job still ends
        room.get(HandOverEffects.class).handOver();

        assertThat(room.database().count("jobrunr.jobrunr_jobs")).isEqualTo(2);
    }

    @Test
    void one_that_was_put_off_just_now_is_not_tried_too_early() {
        UUID id = putOffByItsJob();

        // Somebody looked whether its job got lost, just before that came to its end.
        DueEffect seen = new DueEffect(acme, id, "RingBell", id);
        assertThat(room.get(EffectJobs.class).enqueue(List.of(seen))).isEmpty();
        room.get(DeliveryQueue.class).anotherJob(List.of(seen));

        assertThat(room.database().count("jobrunr.jobrunr_jobs")).isEqualTo(1);
        assertThat(room.database().texts("SELECT due_at > now() FROM delivery_dispatch"))
                .containsExactly("t");
    }

    @Test
    void one_that_is_open_though_its_job_has_succeeded_gets_another_job() {
        UUID id = putOffByItsJob();
        room.database().run("UPDATE delivery_dispatch SET job_id = '" + id + "', due_at = now()");

        room.get(HandOverEffects.class).handOver();
        room.get(HandOverEffects.class).handOver();

        await().atMost(Duration.ofSeconds(20)).until(() -> states().equals(List.of("DONE 2")));
    }

    /** Its job, which bears its id, has succeeded in noting the failure. */
    private UUID putOffByItsJob() {
        AtomicInteger attempts = new AtomicInteger();
        room.get(RingBell.class).first(() -> {
            if (attempts.incrementAndGet() == 1) throw new IllegalStateException("broken clapper");
        });
        room.get(JobServer.class).start();
        ring("doorbell");
        UUID id = delivery();
        room.get(HandOverEffects.class).handOver();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> room.get(JobStore.class).find(id).orElseThrow().getState() == StateName.SUCCEEDED
                        && states().equals(List.of("OPEN 1")));
        return id;
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
