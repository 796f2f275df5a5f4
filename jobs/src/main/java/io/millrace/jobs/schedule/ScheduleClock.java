package io.millrace.jobs.schedule;

import io.millrace.jobs.Bell;
import io.millrace.outbox.Failure;
import io.millrace.schedule.DueSchedule;
import io.millrace.schedule.DueSchedules;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for schedules that are due, of all tenants and on every node, and serves them. */
@ApplicationScoped
public class ScheduleClock {

    private static final Logger log = LoggerFactory.getLogger(ScheduleClock.class);
    private static final int AT_A_TIME = 50;
    /** After a look that failed: so soon it goes on when the database is back. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    @Resource
    ManagedThreadFactory threadFactory;

    @Inject
    DueSchedules dueSchedules;

    @Inject
    ServeSchedule serveSchedule;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "millrace.schedules.workers", defaultValue = "2")
    int workers;

    @Inject
    @ConfigProperty(name = "millrace.schedules.sweep", defaultValue = "PT1S")
    Duration sweep;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Bell> bells = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    public synchronized void start() {
        if (running) return;
        running = true;
        for (int i = 1; i <= workers; i++) {
            Bell bell = new Bell();
            Thread thread = threadFactory.newThread(() -> rounds(bell));
            thread.setName("millrace-schedules-" + i);
            bells.add(bell);
            threads.add(thread);
            thread.start();
        }
        log.info("schedules are served workers={} sweep={}", workers, sweep);
    }

    /** Waits for the starts in hand; what is due meanwhile is found by the next start or another node. */
    public synchronized void stop() {
        if (!running) return;
        running = false;
        bells.forEach(Bell::ring);
        threads.forEach(ScheduleClock::join);
        threads.clear();
        bells.clear();
    }

    /** Whether every thread of it lives; answered at once, also while it stops. */
    public boolean isRunning() {
        return running && threads.stream().allMatch(Thread::isAlive);
    }

    private void rounds(Bell bell) {
        boolean failing = false;
        while (running) {
            try {
                bell.await(failing ? PAUSE : sweep);
                serveAll();
                failing = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (failing)
                    log.warn(
                            "due schedules could not be read again reason={}",
                            Failure.of(e).reason());
                else log.warn("due schedules could not be read; it tries again every {}", PAUSE, e);
                failing = true;
            }
        }
    }

    /** Until a look finds little: what was served then is due later, and so is what has failed. */
    private void serveAll() {
        boolean more = true;
        while (more && running) {
            List<DueSchedule> due = dueSchedules.at(clock.instant(), AT_A_TIME);
            for (DueSchedule schedule : due) {
                if (running) serveSchedule.serve(schedule);
            }
            more = due.size() == AT_A_TIME;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive())
            log.warn("schedule thread is still busy name={}; its transaction is left to end", thread.getName());
    }
}
