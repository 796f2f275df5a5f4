package io.millrace.bench;

import io.millrace.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** What the database alone needs for the least that a request and the news of it can cost. */
final class PlainPostgres {

    private static final int PATIENCE_MILLIS = 10_000;

    private final TestDatabase database;

    PlainPostgres(TestDatabase database) {
        this.database = database;
        database.run("CREATE SCHEMA bench", "CREATE TABLE bench.plain (title text NOT NULL)");
    }

    /** One row and a commit. */
    Samples inserts(int count) {
        try (Connection connection = database.owner().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO bench.plain VALUES ('A chair')")) {
            connection.setAutoCommit(false);
            return timed(count, () -> {
                insert.executeUpdate();
                connection.commit();
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A commit in one session, until another that listens has heard of it. */
    Samples notifications(int count) {
        try (Connection listener = database.owner().getConnection();
                Statement listen = listener.createStatement();
                Connection sender = database.owner().getConnection();
                Statement tell = sender.createStatement()) {
            listen.execute("LISTEN bench");
            PGConnection heard = listener.unwrap(PGConnection.class);
            return timed(count, () -> {
                tell.execute("NOTIFY bench");
                if (heard.getNotifications(PATIENCE_MILLIS) == null) throw new SQLException("nothing was heard");
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something that the database does. */
    private interface Step {
        void run() throws SQLException;
    }

    /** As many again go before, to warm up. */
    private static Samples timed(int count, Step step) throws SQLException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 2 * count; i++) {
            long start = System.nanoTime();
            step.run();
            if (i >= count) millis.add((System.nanoTime() - start) / 1e6);
        }
        return Samples.of(millis);
    }
}
