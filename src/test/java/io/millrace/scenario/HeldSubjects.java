package io.millrace.scenario;

import io.millrace.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.awaitility.Awaitility;

/** Subjects that a test keeps to itself: whoever has something to tell of them stands still just before the commit. */
final class HeldSubjects implements AutoCloseable {

    private final TestDatabase database;
    private final Connection connection;

    /** @param subjects of each there is an event already */
    HeldSubjects(TestDatabase database, String... subjects) {
        this.database = database;
        try {
            connection = database.owner().getConnection();
            connection.setAutoCommit(false);
            try (PreparedStatement hold =
                    connection.prepareStatement("SELECT 1 FROM event_subject WHERE subject = ANY (?) FOR UPDATE")) {
                hold.setArray(1, connection.createArrayOf("text", subjects));
                hold.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until so many transactions wait for us. */
    void awaitWaiting(int transactions) {
        Awaitility.await("somebody waits")
                .until(() -> database.texts("SELECT DISTINCT pid FROM pg_locks JOIN pg_stat_activity USING (pid)"
                                        + " WHERE NOT granted AND datname = current_database()")
                                .size()
                        >= transactions);
    }

    /** Lets them go on. */
    @Override
    public void close() {
        try (Connection held = connection) {
            held.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
