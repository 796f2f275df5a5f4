package io.millrace.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Refuses to run as a login that row-level security does not bind. */
@ApplicationScoped
public class ApplicationLogin {

    @Inject
    DataSource database;

    /** @throws IllegalStateException with one sentence that says what is wrong with the login */
    @Transactional
    public void requireHarmless() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT rolname, rolsuper, rolbypassrls, EXISTS (
                          SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                          WHERE n.nspname IN ('millrace', 'camunda', 'jobrunr') AND pg_has_role(current_user, c.relowner, 'USAGE'))
                        FROM pg_roles WHERE rolname = current_user""")) {
            row.next();
            String who = "millrace.database.user '" + row.getString(1) + "' ";
            refuseIf(row.getBoolean(2), who + "is a superuser, so tenants would not be kept apart");
            refuseIf(row.getBoolean(3), who + "has BYPASSRLS, so tenants would not be kept apart");
            refuseIf(row.getBoolean(4), who + "owns Millrace's tables, so tenants would not be kept apart");
        } catch (SQLException e) {
            throw new IllegalStateException("the application's login could not be checked", e);
        }
    }

    private static void refuseIf(boolean bad, String sentence) {
        if (bad) throw new IllegalStateException(sentence + "; give it a login of its own that owns nothing");
    }
}
