package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.millrace.harness.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, one of which dies again and again while people work. */
class TwoNodesIT {

    private static final int DEATHS = Integer.getInteger("millrace.deaths", 1);
    private static final Duration BETWEEN_DEATHS = Duration.ofSeconds(Integer.getInteger("millrace.deaths.seconds", 8));
    private static final int MAIL_WORKERS = 16;
    /** What one node of the two has room for, while the other takes a core for its start. */
    private static final Duration BETWEEN_ERRANDS = Duration.ofMillis(250);

    private static final TestDatabase database = TestDatabase.empty();
    private static final GreenMail mails = TestServers.mailServer();
    private static final List<ServerProcess> nodes = List.of(node("first"), node("second"));

    /** At each node. */
    private volatile List<People> people = List.of();

    private final Books books = new Books(database);
    private final String series = "Two nodes " + System.nanoTime();
    private final Queue<Errand> errands = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final Semaphore arrivals = new Semaphore(0);
    private final AtomicInteger cutOff = new AtomicInteger();
    private final List<Boolean> isAway = new CopyOnWriteArrayList<>(List.of(false, false));

    @BeforeAll
    static void start() {
        nodes.forEach(ServerProcess::start);
    }

    private static ServerProcess node(String name) {
        Map<String, String> settings = new HashMap<>(TestServers.settings(database, mails));
        settings.remove("millrace.dashboard.password");
        return new ServerProcess(Path.of(System.getProperty("millrace.war")).resolveSibling("node-" + name), settings);
    }

    @AfterAll
    static void stop() {
        nodes.forEach(ServerProcess::stop);
        mails.stop();
        database.drop();
    }

    @Test
    void nothing_is_lost_or_done_twice_or_out_of_order_when_one_of_two_nodes_dies() {
        books.awaitRest();
        Mailbox.takenFrom(mails);
        signIn();
        AtomicBoolean over = new AtomicBoolean();
        int mayRepeat = 0;
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (Crowd crowd = new Crowd()) {
            ScheduledFuture<?> unused =
                    clock.scheduleAtFixedRate(this::arrive, 0, BETWEEN_ERRANDS.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<Void> traffic = crowd.all(() -> work(over));
            for (int death = 0; death < DEATHS; death++) {
                mayRepeat += killAndStart(death % nodes.size(), traffic);
                signIn();
            }
            over.set(true);
            traffic.join();
        } finally {
            clock.shutdownNow();
        }
        books.awaitRest();

        int repeated = everyMailCame(mayRepeat);
        books.mustBalance();
        assertThat(database.texts("SELECT title FROM approval WHERE title LIKE '" + series + "-%'"))
                .as("one approval per request, however often it was sent")
                .hasSize(errands.size())
                .doesNotHaveDuplicates();
        System.out.printf(
                "two nodes, %d deaths: %d requests, %d calls cut off and sent again to whoever lived; "
                        + "%d mails, %d of them twice (%d were being sent)%n",
                DEATHS, errands.size(), cutOff.get(), expectedMails(Set.of()).size(), repeated, mayRepeat);
    }

    /** Again and again: ten deaths take longer than a token lasts. */
    private void signIn() {
        people = nodes.stream().map(node -> People.of(node.uri(), "acme")).toList();
    }

    /** Nobody queues up behind somebody who queues: on a slow machine a node that starts would never get a core. */
    private void arrive() {
        if (arrivals.availablePermits() == 0) arrivals.release();
    }

    /** Errand after errand, each step at the other node than the one before, if it is there. */
    private void work(AtomicBoolean over) {
        int turn = 0;
        while (!over.get()) {
            arrivals.acquireUninterruptibly();
            Errand errand = Errand.of(series, number.getAndIncrement());
            errands.add(errand);
            while (!errand.isDone()) {
                int node = turn++ % nodes.size();
                if (isAway.get(node)) continue;
                if (!errand.step(people.get(node))) cutOff.incrementAndGet();
            }
        }
    }

    /** @return how many mails it may have been sending */
    private int killAndStart(int which, CompletableFuture<Void> traffic) {
        ServerProcess node = nodes.get(which);
        long next = System.nanoTime() + BETWEEN_DEATHS.toNanos();
        Awaitility.await("the next death")
                .atMost(BETWEEN_DEATHS.plusSeconds(5))
                .until(() -> traffic.isDone() || System.nanoTime() > next);
        if (traffic.isDone()) traffic.join(); // tells what went wrong
        node.kill();
        isAway.set(which, true); // as a load balancer would, a moment later
        int sending = database.texts("SELECT id FROM jobrunr.jobrunr_jobs WHERE state = 'PROCESSING'")
                .size();
        node.start();
        isAway.set(which, false);
        return Math.min(sending, MAIL_WORKERS);
    }

    /** @return how many came twice */
    private int everyMailCame(int mayRepeat) {
        Map<Mailbox.Mail, List<String>> arrived = Mailbox.takenFrom(mails);
        arrived.keySet().removeIf(mail -> !mail.title().startsWith(series));
        Set<Mailbox.Mail> skipped = Mailbox.skipped(database);
        // One that was being sent at a death arrived; by the time it was looked at again, its gate had been decided.
        assertThat(arrived.keySet()).filteredOn(skipped::contains).hasSizeLessThanOrEqualTo(mayRepeat);
        assertThat(arrived.keySet())
                .filteredOn(mail -> !skipped.contains(mail))
                .containsExactlyInAnyOrderElementsOf(expectedMails(skipped));
        arrived.forEach(
                (mail, ids) -> assertThat(new HashSet<>(ids)).as("%s", mail).hasSize(1));
        int repeated = arrived.values().stream().mapToInt(ids -> ids.size() - 1).sum();
        assertThat(repeated).as("mails that came twice").isLessThanOrEqualTo(mayRepeat);
        return repeated;
    }

    private Set<Mailbox.Mail> expectedMails(Set<Mailbox.Mail> skipped) {
        return errands.stream()
                .flatMap(errand -> errand.mails().stream())
                .filter(mail -> !skipped.contains(mail))
                .collect(Collectors.toSet());
    }
}
