package io.millrace.jobs.wake;

import io.millrace.jobs.Bell;
import io.millrace.wake.Alarm;
import io.millrace.wake.Sleeper;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens to the other nodes on a connection of its own, and opens another when that one is lost. */
final class HearOthers implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(HearOthers.class);
    private static final int LISTENS_MILLIS = 2_000;
    private static final int ANSWERS_WITHIN_SECONDS = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final DataSource database;
    private final Alarm alarm;
    private final String me;
    private final Bell stop = new Bell();
    private volatile boolean stopped;
    private volatile boolean listening;
    private volatile @Nullable Connection connection;

    HearOthers(DataSource database, Alarm alarm, String me) {
        this.database = database;
        this.alarm = alarm;
        this.me = me;
    }

    boolean isListening() {
        return listening;
    }

    @Override
    public void run() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!stopped) {
                boolean heard = listenUntilLost();
                if (heard) pause = FIRST_PAUSE;
                if (!stopped) stop.await(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether it could listen at all */
    private boolean listenUntilLost() {
        boolean could = false;
        try (Connection fresh = database.getConnection();
                Statement sql = fresh.createStatement()) {
            connection = fresh;
            sql.execute("LISTEN " + Notice.CHANNEL);
            listening = true;
            could = true;
            log.info("listening to other nodes");
            wakeEverybody(); // for what was missed until now
            PGConnection driver = fresh.unwrap(PGConnection.class);
            while (!stopped) {
                hear(driver, fresh);
            }
        } catch (SQLException e) {
            if (!stopped && (could || listening)) log.warn("other nodes are not heard any more; trying again", e);
        } finally {
            listening = false;
            connection = null;
        }
        return could;
    }

    private void hear(PGConnection driver, Connection own) throws SQLException {
        PGNotification[] heard = driver.getNotifications(LISTENS_MILLIS);
        if (heard == null || heard.length == 0) {
            // A connection whose other end is gone without a word only looks quiet.
            if (!own.isValid(ANSWERS_WITHIN_SECONDS)) throw new SQLException("the connection is dead");
            return;
        }
        // Once for all that came: of a flood, whoever sends it, each sleeper hears one ring.
        Set<Sleeper> whom = EnumSet.noneOf(Sleeper.class);
        for (PGNotification one : heard) {
            Notice notice = Notice.read(one.getParameter());
            if (!notice.from().equals(me)) whom.addAll(notice.whom());
        }
        whom.forEach(alarm::ringHere);
    }

    private void wakeEverybody() {
        for (Sleeper sleeper : Sleeper.values()) {
            alarm.ringHere(sleeper);
        }
    }

    void stop() {
        stopped = true;
        stop.ring();
        Connection open = connection;
        try {
            if (open != null) open.abort(Runnable::run); // it may be in the middle of listening
        } catch (SQLException e) {
            log.debug("the connection was gone already", e);
        }
    }
}
