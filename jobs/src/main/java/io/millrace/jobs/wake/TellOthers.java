package io.millrace.jobs.wake;

import io.millrace.jobs.Bell;
import io.millrace.wake.Sleeper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends this node's rings to the others, many as one, outside of every transaction: a NOTIFY inside takes a lock
 * of the whole database at its commit.
 */
final class TellOthers implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(TellOthers.class);
    private static final Duration BETWEEN_TWO = Duration.ofMillis(5);

    private final DataSource database;
    private final String me;
    private final Bell bell = new Bell();
    private final Set<Sleeper> rung = EnumSet.noneOf(Sleeper.class);
    private volatile boolean stopped;
    private boolean failing;

    TellOthers(DataSource database, String me) {
        this.database = database;
        this.me = me;
    }

    void tell(Sleeper whom) {
        synchronized (rung) {
            if (!rung.add(whom)) return; // it is on its way
        }
        bell.ring();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                bell.await(Duration.ofHours(1));
                Set<Sleeper> whom = taken();
                if (!whom.isEmpty()) send(new Notice(whom, me));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<Sleeper> taken() {
        synchronized (rung) {
            Set<Sleeper> whom = EnumSet.noneOf(Sleeper.class);
            whom.addAll(rung);
            rung.clear();
            return whom;
        }
    }

    private void send(Notice notice) {
        try (Connection connection = database.getConnection();
                PreparedStatement notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            notify.setString(1, Notice.CHANNEL);
            notify.setString(2, notice.words());
            notify.execute();
            failing = false;
            LockSupport.parkNanos(BETWEEN_TWO.toNanos());
        } catch (SQLException e) {
            // Not kept: by the time the database is back, the others look by themselves.
            if (!failing) log.warn("other nodes cannot be woken; they look by themselves now and then", e);
            failing = true;
        }
    }

    void stop() {
        stopped = true;
        bell.ring();
    }
}
