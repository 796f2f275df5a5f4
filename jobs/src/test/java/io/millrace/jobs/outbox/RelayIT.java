package io.millrace.jobs.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import io.millrace.jobs.JobsRoom;
import io.millrace.outbox.DeliveryQueue;
import io.millrace.outbox.Line;
import io.millrace.outbox.Outbox;
import io.millrace.outbox.PermanentFailure;
import io.millrace.outbox.RetryDelivery;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RelayIT {

    @RegisterExtension
    static final Room room = JobsRoom.with(WriteDown.class)
            .connections(30)
            .setting("millrace.relay.workers", 8)
            .setting("millrace.relay.attempts", 3)
            .setting("millrace.relay.first-pause", "PT0.01S");

    private UUID acme = new UUID(0, 0);

    @BeforeEach
    void a_new_tenant() {
        acme = room.anotherTenant("acme");
    }

    @AfterEach
    void quiet() {
        room.get(Relay.class).stop();
        room.get(WriteDown.class).then(fact -> {});
        room.database().run("DELETE FROM delivery_dispatch");
    }

    @Test
    void an_event_is_heard_directly_after_its_commit() {
        room.get(Relay.class).start();
        count("wheel", 1);

        await().pollInterval(Duration.ofMillis(5)).until(() -> written().equals(List.of("wheel 1")));
    }

    @Test
    void it_says_whether_it_runs() {
        Relay relay = room.get(Relay.class);
        assertThat(relay.isRunning()).isFalse();

        relay.start();
        assertThat(relay.isRunning()).isTrue();

        relay.stop();
        assertThat(relay.isRunning()).isFalse();
    }

    @Test
    void what_was_committed_before_the_start_is_heard_too() {
        count("wheel", 1);

        room.get(Relay.class).start();

        await().until(() -> written().equals(List.of("wheel 1")));
    }

    @Test
    void runs_twice_with_one_effect() {
        count("wheel", 1);
        Line line = room.get(DeliveryQueue.class).dueLines(1).get(0);

        assertThat(room.get(WorkLine.class).next(line)).isTrue();
        assertThat(room.get(WorkLine.class).next(line)).isFalse();

        assertThat(written()).containsExactly("wheel 1");
        assertThat(states()).containsExactly("DONE 1");
    }

    @Test
    void leaves_no_trace_when_it_fails() {
        room.get(WriteDown.class).then(fact -> {
            throw new IllegalStateException("no luck with ann@acme.test\nand her secret");
        });
        count("wheel", 1);

        room.get(WorkLine.class).next(room.get(DeliveryQueue.class).dueLines(1).get(0));

        assertThat(written()).isEmpty();
        assertThat(states()).containsExactly("OPEN 1");
    }

    @Test
    void a_failure_is_tried_again_until_it_is_dead_and_its_successors_wait_for_the_operator() {
        AtomicInteger calls = new AtomicInteger();
        room.get(WriteDown.class).then(fact -> {
            if (fact.number() == 1 && calls.incrementAndGet() <= 3) throw new IllegalStateException("no luck");
        });
        room.get(Relay.class).start();
        count("wheel", 1);
        count("wheel", 2);

        await().until(() -> states().contains("DEAD 3"));
        assertThat(written()).isEmpty();

        UUID dead = UUID.fromString(room.database()
                .texts("SELECT id FROM event_delivery WHERE state = 'DEAD' AND tenant_id = '" + acme + "'")
                .get(0));
        room.inside(acme, () -> room.get(RetryDelivery.class).retry(dead, null));

        await().until(() -> written().equals(List.of("wheel 1", "wheel 2")));
    }

    @Test
    void a_permanent_failure_is_dead_at_once() {
        room.get(WriteDown.class).then(fact -> {
            throw new PermanentFailure("never");
        });
        room.get(Relay.class).start();
        count("wheel", 1);

        await().until(() -> states().equals(List.of("DEAD 0")));
        assertThat(room.database().texts("SELECT last_error FROM event_delivery WHERE tenant_id = '" + acme + "'"))
                .containsExactly("PermanentFailure: never");
    }

    @Test
    void a_lost_optimistic_lock_is_tried_again_at_once_and_not_counted() {
        AtomicInteger calls = new AtomicInteger();
        room.get(WriteDown.class).then(fact -> {
            if (calls.incrementAndGet() < 3) throw new OptimisticLockException("somebody was faster");
        });
        count("wheel", 1);

        room.get(WorkLine.class).next(room.get(DeliveryQueue.class).dueLines(1).get(0));

        assertThat(written()).containsExactly("wheel 1");
        assertThat(states()).containsExactly("DONE 1");
    }

    @Test
    void order_holds_and_nothing_is_done_twice_while_eight_workers_hear_and_four_threads_speak() {
        room.get(WriteDown.class).then(RelayIT::sometimesFail);
        room.get(Relay.class).start();

        speakOn(4, 20, 25);

        await().atMost(Duration.ofSeconds(60)).until(() -> room.database().count("delivery_dispatch") == 0);
        assertInOrderAndOnce(20, 100);
    }

    @Test
    void order_holds_when_eight_threads_claim_the_same_lines_without_knowing_of_each_other() {
        room.get(WriteDown.class).then(RelayIT::sometimesFail);
        speakOn(4, 5, 25);
        ExecutorService nodes = Executors.newFixedThreadPool(8);

        CompletableFuture<?>[] all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(RelayIT::claimUntilNothingIsLeft, nodes))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        nodes.shutdown();

        assertInOrderAndOnce(5, 100);
    }

    private static void claimUntilNothingIsLeft() {
        while (room.database().count("delivery_dispatch") > 0) {
            room.get(DeliveryQueue.class).dueLines(100).forEach(room.get(WorkLine.class)::next);
        }
    }

    private static void sometimesFail(Counted fact) {
        if (ThreadLocalRandom.current().nextInt(20) == 0) throw new OptimisticLockException("a stroke of bad luck");
    }

    /** Each thread adds {@code each} facts to every subject, one per transaction, numbered by the database. */
    private void speakOn(int threads, int subjects, int each) {
        ExecutorService speakers = Executors.newFixedThreadPool(threads);
        CompletableFuture<?>[] all = IntStream.range(0, threads)
                .mapToObj(t -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, each)
                                .forEach(n -> IntStream.range(0, subjects).forEach(s -> count("subject-" + s, n))),
                        speakers))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        speakers.shutdown();
    }

    private void assertInOrderAndOnce(int subjects, int each) {
        // what was written, in the order of writing, as the sequence numbers of the events
        List<String> rows = room.database()
                .texts("SELECT e.subject || ' ' || e.seq FROM audit_entry a JOIN event e ON e.id = a.subject_id"
                        + " WHERE a.tenant_id = '" + acme + "' ORDER BY a.id");
        Map<String, List<Integer>> heard = new HashMap<>();
        for (String row : rows) {
            int gap = row.indexOf(' ');
            heard.computeIfAbsent(row.substring(0, gap), s -> new ArrayList<>())
                    .add(Integer.valueOf(row.substring(gap + 1)));
        }
        assertThat(heard).hasSize(subjects);
        assertThat(heard.values())
                .allSatisfy(numbers -> assertThat(numbers)
                        .isEqualTo(IntStream.rangeClosed(1, each).boxed().toList()));
    }

    private void count(String subject, int number) {
        room.inside(acme, () -> room.get(Outbox.class).add(new Counted(subject, number)));
    }

    private List<String> written() {
        return room.database()
                .texts("SELECT comment FROM audit_entry WHERE action = 'test.counted' AND tenant_id = '" + acme
                        + "' ORDER BY id");
    }

    private List<String> states() {
        return room.database()
                .texts("SELECT state || ' ' || attempts FROM event_delivery WHERE tenant_id = '" + acme
                        + "' ORDER BY created_at");
    }
}
