package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.millrace.harness.TestDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** People who come with errand after errand at a steady pace, whatever happens to the product meanwhile. */
final class Traffic implements AutoCloseable {

    /** What one node of two has room for, while the other takes a core for its start. */
    private static final Duration BETWEEN_ERRANDS = Duration.ofMillis(250);

    private final String series;
    private final BiFunction<String, Integer, Errand> kind;
    private final Queue<Errand> errands = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger putOff = new AtomicInteger();
    private final Semaphore arrivals = new Semaphore(0);
    private final AtomicBoolean over = new AtomicBoolean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Crowd crowd = new Crowd();
    private final CompletableFuture<Void> flowing;

    /** @param step makes the next step of an errand, or says false when it was cut off or put off */
    Traffic(String series, Predicate<Errand> step) {
        this(series, BETWEEN_ERRANDS, Errand::of, step);
    }

    /** @param kind makes the errand of that number in the series */
    Traffic(String series, Duration between, BiFunction<String, Integer, Errand> kind, Predicate<Errand> step) {
        this.series = series + " " + System.nanoTime();
        this.kind = kind;
        ScheduledFuture<?> unused =
                clock.scheduleAtFixedRate(this::arrive, 0, between.toMillis(), TimeUnit.MILLISECONDS);
        flowing = crowd.all(() -> work(step));
    }

    /** Nobody queues up behind somebody who queues: on a slow machine a node that starts would never get a core. */
    private void arrive() {
        if (arrivals.availablePermits() == 0) arrivals.release();
    }

    private void work(Predicate<Errand> step) {
        while (!over.get()) {
            arrivals.acquireUninterruptibly();
            Errand errand = kind.apply(series, number.getAndIncrement());
            errands.add(errand);
            while (!errand.isDone()) {
                if (step.test(errand)) continue;
                putOff.incrementAndGet();
                arrivals.acquireUninterruptibly();
            }
        }
    }

    /** @throws RuntimeException with what went wrong, if something has */
    void mustGoOnFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Awaitility.await("time passes")
                .atMost(time.plusSeconds(5))
                .until(() -> flowing.isDone() || System.nanoTime() > end);
        if (flowing.isDone()) flowing.join();
    }

    void awaitDone(int more) {
        long wanted = done() + more;
        Awaitility.await("people work").atMost(Duration.ofMinutes(2)).until(() -> flowing.isDone() || done() >= wanted);
        if (flowing.isDone()) flowing.join();
    }

    private long done() {
        return errands.stream().filter(Errand::isDone).count();
    }

    /** Lets everybody finish the errand that they are at. */
    void end() {
        over.set(true);
        flowing.join();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        crowd.close();
    }

    int errands() {
        return errands.size();
    }

    /** What all their titles begin with. */
    String series() {
        return series;
    }

    int putOff() {
        return putOff.get();
    }

    void mustBeAskedForOnce(TestDatabase database) {
        assertThat(database.texts("SELECT title FROM approval WHERE title LIKE '" + series + "-%'"))
                .as("one approval per request, however often it was sent")
                .hasSize(errands.size())
                .doesNotHaveDuplicates();
    }

    /**
     * Takes them from the server.
     *
     * @param mayRepeat how many were being sent when something broke
     * @return how many came twice
     */
    int everyMailCame(GreenMail mails, TestDatabase database, int mayRepeat) {
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

    Set<Mailbox.Mail> expectedMails(Set<Mailbox.Mail> skipped) {
        return errands.stream()
                .flatMap(errand -> errand.mails().stream())
                .filter(mail -> !skipped.contains(mail))
                .collect(Collectors.toSet());
    }
}
