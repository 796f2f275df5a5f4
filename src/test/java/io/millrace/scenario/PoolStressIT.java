package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pool under everything at once; two rules of this stack, if broken, first show here. */
class PoolStressIT {

    private static final String REMINDER = "Still waiting for you";
    /** What a pool says whose connections are shared by accident or lost their tenant. */
    private static final List<String> SIGNS_OF_A_BROKEN_POOL = List.of(
            "row-level security",
            "no tenant is bound",
            "state.isBusy",
            "autoCommit",
            "Socket closed",
            "connection has been closed",
            "duplicate key",
            "current transaction is aborted");

    @RegisterExtension
    static final OwnServer here = new OwnServer();

    private final Books books = new Books(here.database());

    @Test
    void eight_threads_of_requests_decisions_timers_and_mails_leave_everything_whole() throws Exception {
        books.awaitRest();
        Mailbox.takenFrom(here.mails());
        int quiet = log().size();
        String series = "Stress " + System.nanoTime();

        int[] timers = new int[1];
        Collection<Errand> errands = press(series, timers);
        books.awaitRest();

        books.mustBalance();
        assertThat(here.database().texts("SELECT title FROM approval WHERE title LIKE '" + series + "-%'"))
                .as("one approval per answer 201")
                .hasSize(errands.size())
                .doesNotHaveDuplicates();
        int reminders = everyMailCameOnce(errands);
        assertThat(reminders).as("reminders, each an asynchronous delegate").isPositive();
        noConnectionIsStuck();
        assertThat(log().subList(quiet, log().size()).stream()
                        .filter(line -> SIGNS_OF_A_BROKEN_POOL.stream().anyMatch(line::contains)))
                .as("lines of %s", here.process().log())
                .isEmpty();
        System.out.printf(
                "stress: %d requests on %d threads, %d calls, %d timers fired, %d reminders, %d collisions of a decision "
                        + "with a timer%n",
                errands.size(),
                Crowd.SIZE,
                errands.stream().mapToInt(Errand::steps).sum(),
                timers[0],
                reminders,
                errands.stream().mapToInt(Errand::collisions).sum());
    }

    /** Requests go one to four steps of their way, so that some wait and are reminded of. */
    private static Collection<Errand> press(String series, int[] timers) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.getInteger("millrace.stress.seconds", 20));
        People people = here.people("acme");
        Queue<Errand> made = new ConcurrentLinkedQueue<>();
        AtomicInteger number = new AtomicInteger();
        ScheduledExecutorService hurry = Executors.newSingleThreadScheduledExecutor();
        try (Crowd crowd = new Crowd()) {
            ScheduledFuture<?> firing =
                    hurry.scheduleWithFixedDelay(() -> timers[0] += fireSomeTimers(), 500, 250, TimeUnit.MILLISECONDS);
            crowd.all(() -> {
                        while (System.nanoTime() < end) {
                            Errand errand = Errand.of(series, number.getAndIncrement());
                            made.add(errand);
                            walk(errand, people);
                        }
                    })
                    .join();
            assertThat(firing.isDone()).as("nobody fires timers any more").isFalse();
        } finally {
            hurry.shutdown();
        }
        return made;
    }

    private static void walk(Errand errand, People people) {
        int steps = 1 + errand.number() / 4 % 4;
        for (int step = 0; step < steps && !errand.isDone(); step++) {
            assertThat(errand.step(people)).as("an answer").isTrue();
        }
    }

    /** @return how many */
    private static int fireSomeTimers() {
        return here.database().texts("""
                UPDATE camunda.act_ru_job SET duedate_ = now() - interval '1 hour' WHERE id_ IN (
                  SELECT id_ FROM camunda.act_ru_job
                  WHERE type_ = 'timer' AND duedate_ > now() + interval '1 hour' AND lock_owner_ IS NULL
                  ORDER BY random() LIMIT 5 FOR UPDATE SKIP LOCKED)
                RETURNING id_""").size();
    }

    /** @return the reminders among them */
    private static int everyMailCameOnce(Collection<Errand> errands) {
        Map<Mailbox.Mail, List<String>> arrived = Mailbox.takenFrom(here.mails());
        List<String> ids = arrived.values().stream().flatMap(List::stream).toList();
        assertThat(ids).as("each mail once").doesNotHaveDuplicates();
        Set<Mailbox.Mail> others = arrived.keySet().stream()
                .filter(mail -> !mail.about().equals(REMINDER))
                .collect(Collectors.toSet());
        Set<Mailbox.Mail> skipped = Mailbox.skipped(here.database());
        assertThat(others)
                .containsExactlyInAnyOrderElementsOf(errands.stream()
                        .flatMap(errand -> errand.mails().stream())
                        .filter(mail -> !skipped.contains(mail))
                        .collect(Collectors.toSet()));
        others.forEach(mail -> assertThat(arrived.get(mail)).as("%s", mail).hasSize(1));
        return ids.size() - others.size();
    }

    private static void noConnectionIsStuck() {
        org.awaitility.Awaitility.await("no connection is left inside a transaction")
                .atMost(Duration.ofSeconds(20))
                .until(() -> here.database()
                        .texts("SELECT state FROM pg_stat_activity WHERE datname = current_database() AND usename = '"
                                + TestDatabase.APPLICATION + "' AND state LIKE 'idle in transaction%'")
                        .isEmpty());
        // Over all of the pool's connections, so that a broken one would have its turn.
        People people = here.people("acme");
        try (Crowd crowd = new Crowd()) {
            crowd.all(() -> IntStream.range(0, 20)
                            .forEach(n -> assertThat(people.requester()
                                            .get("/approvals?limit=1")
                                            .status())
                                    .isEqualTo(200)))
                    .join();
        }
    }

    private static List<String> log() throws IOException {
        return Files.readAllLines(here.process().log());
    }
}
