package io.millrace.scenario;

import io.millrace.harness.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** While it lasts, no node can listen to the others on this database: whoever tries is sent away at the door. */
final class Silence implements AutoCloseable {

    /** By which a node's listening connection is known. */
    private static final String LISTENERS = "millrace-wake";

    private final TestDatabase database;

    /** PostgreSQL 17 or newer. */
    Silence(TestDatabase database) {
        this.database = database;
        asRoot(
                """
                CREATE FUNCTION public.no_listeners() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF current_setting('application_name') = '%s' THEN RAISE EXCEPTION 'nobody listens now'; END IF;
                END $$""".formatted(LISTENERS),
                "CREATE EVENT TRIGGER no_listeners ON login EXECUTE FUNCTION public.no_listeners()");
        cutOffListeners(database);
    }

    /** Once; they may come again. */
    static void cutOffListeners(TestDatabase database) {
        asRoot(
                database,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name = '" + LISTENERS + "'");
    }

    @Override
    public void close() {
        asRoot("DROP EVENT TRIGGER no_listeners", "DROP FUNCTION public.no_listeners()");
    }

    private void asRoot(String... statements) {
        asRoot(database, statements);
    }

    /** The tests' server lets it in without a password. */
    private static void asRoot(TestDatabase database, String... statements) {
        try (Connection root = DriverManager.getConnection(database.url(), "postgres", "");
                Statement sql = root.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
