package io.millrace.jobs.outbox;

import io.millrace.jobs.Bell;
import io.millrace.outbox.DeliveryQueue;
import io.millrace.outbox.Failure;
import io.millrace.outbox.Line;
import io.millrace.wake.Alarm;
import io.millrace.wake.Sleeper;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs this node's relay: a scout, a thread that hands effects over, and the workers. */
@ApplicationScoped
public class Relay {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int SCOUTED = 200;
    private static final int AT_A_STRETCH = 50;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
    /** After a round that failed: so soon it goes on when the database is back. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Resource
    ManagedThreadFactory threadFactory;

    @Inject
    Alarm alarm;

    @Inject
    DeliveryQueue queue;

    @Inject
    WorkLine workLine;

    @Inject
    HandOverEffects handOverEffects;

    @Inject
    EffectLanes lanes;

    @Inject
    RelaySettings settings;

    private final WaitingLines lines = new WaitingLines();
    private final Bell scoutBell = new Bell();
    private final Bell effectBell = new Bell();
    private final Runnable wake = this::wake;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private volatile boolean moreToScout;

    public synchronized void start() {
        if (running) return;
        running = true;
        if (settings.workers == 0) {
            log.info("relay takes nothing on this node");
            return;
        }
        lines.open();
        threads.add(thread("relay-scout", () -> rounds(scoutBell, this::scout)));
        threads.add(thread("relay-effects", () -> rounds(effectBell, handOverEffects::handOver)));
        for (int i = 1; i <= settings.workers; i++) {
            threads.add(thread("relay-worker-" + i, this::work));
        }
        alarm.wakes(Sleeper.RELAY, wake);
        lanes.whenThereIsRoom(effectBell::ring);
        threads.forEach(Thread::start);
        wake(); // for what was left by the last run
        log.info("relay started workers={} sweep={}", settings.workers, settings.sweep);
    }

    /** Waits for the deliveries in hand; what only waited is found by the next start or another node. */
    public synchronized void stop() {
        if (!running) return;
        running = false;
        alarm.forget(Sleeper.RELAY, wake);
        lines.close();
        wake();
        threads.forEach(Relay::join);
        threads.clear();
        log.info("relay stopped");
    }

    /** Whether every thread of it lives; answered at once, also while it stops. */
    public boolean isRunning() {
        return running && threads.stream().allMatch(Thread::isAlive);
    }

    private void wake() {
        scoutBell.ring();
        effectBell.ring();
    }

    private Thread thread(String name, Runnable work) {
        Thread thread = threadFactory.newThread(work);
        thread.setName("millrace-" + name);
        return thread;
    }

    /** Does a round at every ring and every sweep until the relay stops; an outage only slows it. */
    private void rounds(Bell bell, Runnable round) {
        boolean failing = false;
        while (running) {
            try {
                bell.await(failing ? PAUSE : settings.sweep);
                if (running) round.run();
                failing = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (failing)
                    log.warn("relay round failed again reason={}", Failure.of(e).reason());
                else log.warn("relay round failed; it tries again every {}", PAUSE, e);
                failing = true;
            }
        }
    }

    private void scout() {
        List<Line> due = queue.dueLines(SCOUTED);
        moreToScout = due.size() == SCOUTED;
        due.forEach(lines::offer);
    }

    private void work() {
        try {
            for (Line line = lines.take(); line != null; line = lines.take()) {
                boolean more = follow(line);
                lines.finished(line, more);
                if (moreToScout && lines.size() < SCOUTED / 4) scoutBell.ring();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether it was left for the sake of other lines before its end was seen */
    private boolean follow(Line line) {
        for (int made = 0; made < AT_A_STRETCH && running; made++) {
            lines.looking(line);
            if (!workLine.next(line)) return false;
        }
        return true;
    }

    private static void join(Thread thread) {
        try {
            thread.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive())
            log.warn("relay thread is still busy name={}; its transaction is left to end", thread.getName());
    }
}
