package io.millrace.bench;

import io.millrace.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** What the database alone needs for the least that a request and the news of it can cost, in milliseconds. */
final class PlainPostgres implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Connection sender;
    private final Connection listener;
    private final PreparedStatement insert;
    private final Statement tell;

    PlainPostgres(TestDatabase database) {
        database.run("CREATE SCHEMA bench", "CREATE TABLE bench.plain (title text NOT NULL)");
        try {
            sender = database.owner().getConnection();
            listener = database.owner().getConnection();
            insert = sender.prepareStatement("INSERT INTO bench.plain VALUES ('A chair')");
            tell = sender.createStatement();
            try (Statement listen = listener.createStatement()) {
                listen.execute("LISTEN bench");
            }
            sender.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One row and its commit. */
    double insert() {
        return timed(() -> {
            insert.executeUpdate();
            sender.commit();
        });
    }

    /** From before a commit in one session until another, which listens, has heard of it. */
    double notification() {
        return timed(() -> {
            tell.execute("NOTIFY bench");
            sender.commit();
            if (listener.unwrap(PGConnection.class).getNotifications(PATIENCE_MILLIS).length == 0)
                throw new SQLException("nothing was heard");
        });
    }

    /** Something that the database does. */
    private interface Step {
        void run() throws SQLException;
    }

    private static double timed(Step step) {
        try {
            long start = System.nanoTime();
            step.run();
            return (System.nanoTime() - start) / 1e6;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (sender;
                listener) {
            insert.close();
            tell.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
