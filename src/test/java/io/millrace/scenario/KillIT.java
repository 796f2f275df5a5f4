package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server is killed in the middle of two hundred requests, and started again. */
class KillIT {

    private static final int REQUESTS = 200;
    private static final Duration MOVING_WITHIN = Duration.ofSeconds(30);
    private static final int MAIL_WORKERS = 16;

    @RegisterExtension
    static final OwnServer here = new OwnServer();

    private final Books books = new Books(here.database());

    static IntStream kills() {
        return IntStream.rangeClosed(1, Integer.getInteger("millrace.kills", 1));
    }

    @ParameterizedTest(name = "kill {0}")
    @MethodSource("kills")
    void what_was_answered_stands_and_what_was_cut_off_can_be_asked_again(int kill) {
        List<Errand> errands = Errand.many("Kill " + kill, REQUESTS);
        try (Crowd crowd = new Crowd()) {
            killInTheMiddle(errands, crowd);
            Wreck wreck = wreck(errands);

            here.process().start();
            long ready = System.nanoTime();
            double moving = everythingMovesAgain(errands, wreck, crowd, ready);
            finish(errands, crowd);
            books.awaitRest();
            double drained = secondsSince(ready);

            int repeated = everyMailCame(errands, wreck);
            books.mustBalance();
            everyRequestIsThereOnce(kill);
            System.out.printf(
                    "kill %d: %d requests, %d accepted before it, %d calls cut off and sent again, %d deliveries left over; "
                            + "moving after %.1f s, all done after %.1f s; %d mails, %d of them twice (%d were being sent)%n",
                    kill,
                    REQUESTS,
                    wreck.accepted(),
                    wreck.cutOff(),
                    wreck.undelivered().size(),
                    moving,
                    drained,
                    expectedMails(errands).size(),
                    repeated,
                    wreck.jobsRunning());
        }
    }

    /** What the kill left behind. */
    private record Wreck(long accepted, long cutOff, Set<String> undelivered, int jobsRunning) {}

    /** Of three accepted requests one waits at its first gate, one has been decided once, one twice, if there is so much. */
    private static void killInTheMiddle(List<Errand> errands, Crowd crowd) {
        People people = here.people("acme");
        CompletableFuture<Void> traffic = crowd.work(errands, errand -> {
            int steps = 1 + errands.indexOf(errand) % 3;
            for (int step = 0; step < steps && !errand.isDone(); step++) {
                if (!errand.step(people)) return false; // the server is gone
            }
            return true;
        });
        Awaitility.await("half of the requests are accepted")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> traffic.isDone() || accepted(errands) >= REQUESTS / 2);
        here.process().kill();
        traffic.join();
    }

    private static Wreck wreck(List<Errand> errands) {
        Awaitility.await("the database has seen that the server is gone")
                .atMost(Duration.ofSeconds(30))
                .until(() -> here.database()
                        .texts("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = '"
                                + io.millrace.harness.TestDatabase.APPLICATION + "'")
                        .isEmpty());
        assertThat(accepted(errands)).as("killed in the middle").isBetween(REQUESTS / 2L, REQUESTS - 1L);
        return new Wreck(
                accepted(errands),
                errands.stream().filter(Errand::isUnanswered).count(),
                new HashSet<>(here.database().texts("SELECT delivery_id FROM delivery_dispatch")),
                here.database()
                        .texts("SELECT id FROM jobrunr.jobrunr_jobs WHERE state = 'PROCESSING'")
                        .size());
    }

    /** Every accepted request is where it was and makes its next step; what was undelivered is delivered. */
    private static double everythingMovesAgain(List<Errand> errands, Wreck wreck, Crowd crowd, long ready) {
        People people = here.people("acme");
        List<Errand> accepted = errands.stream().filter(Errand::isAccepted).toList();
        crowd.work(accepted, errand -> {
                    errand.mustStandWhereItStood(people);
                    return errand.isDone() || errand.step(people);
                })
                .join();
        Awaitility.await("what was left over is delivered")
                .atMost(Duration.ofMinutes(2)) // longer than allowed, to say how long it took
                .pollInterval(Duration.ofMillis(100))
                .until(() -> here.database().texts("SELECT delivery_id FROM delivery_dispatch").stream()
                        .noneMatch(wreck.undelivered()::contains));
        double seconds = secondsSince(ready);
        assertThat(seconds).as("seconds until everything moved again").isLessThan((double) MOVING_WITHIN.toSeconds());
        return seconds;
    }

    private static void finish(List<Errand> errands, Crowd crowd) {
        People people = here.people("acme");
        crowd.work(errands, errand -> {
                    while (!errand.isDone()) {
                        assertThat(errand.step(people)).as("the server answers").isTrue();
                    }
                    return true;
                })
                .join();
    }

    private static void everyRequestIsThereOnce(int kill) {
        assertThat(here.database().texts("SELECT title FROM approval WHERE title LIKE 'Kill " + kill + "-%'"))
                .as("one approval per request, however often it was sent")
                .hasSize(REQUESTS)
                .doesNotHaveDuplicates();
    }

    /** @return how many came twice */
    private static int everyMailCame(List<Errand> errands, Wreck wreck) {
        Map<Mailbox.Mail, List<String>> arrived = Mailbox.takenFrom(here.mails());
        arrived.keySet().removeIf(mail -> !mail.title().startsWith("Kill ")); // the demo's own requests
        Set<Mailbox.Mail> skipped = Mailbox.skipped(here.database());
        // One that was being sent at the kill arrived; by the time it was looked at again, its gate had been decided.
        assertThat(arrived.keySet()).filteredOn(skipped::contains).hasSizeLessThanOrEqualTo(wreck.jobsRunning());
        assertThat(arrived.keySet())
                .filteredOn(mail -> !skipped.contains(mail))
                .containsExactlyInAnyOrderElementsOf(expectedMails(errands));
        arrived.forEach(
                (mail, ids) -> assertThat(new HashSet<>(ids)).as("%s", mail).hasSize(1));
        int repeated = arrived.values().stream().mapToInt(ids -> ids.size() - 1).sum();
        assertThat(repeated)
                .as("mails that came twice")
                .isLessThanOrEqualTo(Math.min(wreck.jobsRunning(), MAIL_WORKERS));
        return repeated;
    }

    private static Set<Mailbox.Mail> expectedMails(List<Errand> errands) {
        Set<Mailbox.Mail> skipped = Mailbox.skipped(here.database());
        return errands.stream()
                .flatMap(errand -> errand.mails().stream())
                .filter(mail -> !skipped.contains(mail))
                .collect(Collectors.toSet());
    }

    private static long accepted(List<Errand> errands) {
        return errands.stream().filter(Errand::isAccepted).count();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
