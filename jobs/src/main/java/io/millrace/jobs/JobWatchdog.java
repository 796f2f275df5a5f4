package io.millrace.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jobrunr.server.BackgroundJobServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the job server again after it gave up, which it does for good when its database goes away; while it runs,
 * looks after what other servers left behind.
 */
final class JobWatchdog implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(JobWatchdog.class);
    private static final int ANSWERS_WITHIN_SECONDS = 2;
    /** So soon it is seen that the server has stopped, or that the database is back. */
    private static final Duration LOOKS = Duration.ofSeconds(1);

    private final BackgroundJobServer server;
    private final DataSource database;
    private final Duration interval;
    private final Runnable round;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long nextRound = System.nanoTime();

    /** @param interval between two rounds; it looks at the server itself at least once a second */
    JobWatchdog(BackgroundJobServer server, DataSource database, Duration interval, Runnable round) {
        this.server = server;
        this.database = database;
        this.interval = interval;
        this.round = round;
    }

    @Override
    public void run() {
        try {
            do {
                if (!server.isRunning()) restartIfItCan();
                else if (System.nanoTime() - nextRound >= 0) lookAround();
            } while (!stopped.await(pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        return interval.compareTo(LOOKS) < 0 ? interval : LOOKS;
    }

    private void lookAround() {
        nextRound = System.nanoTime() + interval.toNanos();
        try {
            round.run();
        } catch (RuntimeException e) {
            log.warn("jobs of dead servers could not be looked for; trying again in {}", interval, e);
        }
    }

    private void restartIfItCan() {
        if (!databaseAnswers()) return;
        log.warn("job server had stopped by itself; starting it again");
        try {
            server.start();
        } catch (RuntimeException e) {
            log.warn("job server could not be started; trying again", e);
        }
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(ANSWERS_WITHIN_SECONDS);
        } catch (SQLException e) {
            log.debug("database still away", e);
            return false;
        }
    }

    void stop() {
        stopped.countDown();
    }
}
