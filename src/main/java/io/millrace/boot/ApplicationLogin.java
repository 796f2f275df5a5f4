package io.millrace.boot;

import io.millrace.start.CannotServe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to run as a login that row-level security does not bind. */
@ApplicationScoped
public class ApplicationLogin {

    /** What the owner may do is looked up in the catalogue of roles, so that it holds for an empty database too. */
    private static final String WHAT_IT_IS = """
            SELECT me.rolsuper, me.rolbypassrls, me.rolname = owner.rolname,
              pg_has_role(me.oid, owner.oid, 'MEMBER'),
              EXISTS (SELECT FROM pg_roles r
                WHERE (r.rolsuper OR r.rolbypassrls) AND pg_has_role(me.oid, r.oid, 'MEMBER')),
              EXISTS (SELECT FROM pg_database d
                WHERE d.datname = current_database() AND pg_has_role(me.oid, d.datdba, 'MEMBER'))
              OR EXISTS (SELECT FROM pg_namespace n
                WHERE n.nspname IN ('millrace', 'camunda', 'jobrunr') AND pg_has_role(me.oid, n.nspowner, 'MEMBER'))
              OR EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('millrace', 'camunda', 'jobrunr') AND pg_has_role(me.oid, c.relowner, 'MEMBER'))
            FROM pg_roles me LEFT JOIN pg_roles owner ON owner.rolname = ?
            WHERE me.rolname = current_user""";

    @Inject
    @ConfigProperty(name = "millrace.database.url")
    String url;

    @Inject
    @ConfigProperty(name = "millrace.database.user")
    String user;

    @Inject
    @ConfigProperty(name = "millrace.database.password")
    String password;

    @Inject
    @ConfigProperty(name = "millrace.database.owner.user")
    String owner;

    /**
     * Before the first migration: that takes rights from this login, which must not be the owner's.
     *
     * @throws CannotServe with one sentence that says what is wrong with the login
     */
    void requireHarmless() {
        try (Connection connection =
                        UnpooledLogin.of(url, user, password, "login-check").getConnection();
                PreparedStatement question = connection.prepareStatement(WHAT_IT_IS)) {
            question.setString(1, owner);
            try (ResultSet is = question.executeQuery()) {
                is.next();
                refuseIf(is.getBoolean(1), "is a superuser");
                refuseIf(is.getBoolean(2), "has BYPASSRLS");
                refuseIf(is.getBoolean(3), "is the owner itself (MILLRACE_DATABASE_OWNER_USER)");
                refuseIf(is.getBoolean(4), "is a member of the owner \"" + owner + "\" (MILLRACE_DATABASE_OWNER_USER)");
                refuseIf(is.getBoolean(5), "can become a role that is a superuser or has BYPASSRLS");
                refuseIf(is.getBoolean(6), "owns the database, or something of Millrace's in it");
            }
        } catch (SQLException e) {
            throw new CannotServe(
                    "MILLRACE_DATABASE_USER \"" + user + "\" cannot be signed in and checked: " + e.getMessage(), e);
        }
    }

    private void refuseIf(boolean bad, String what) {
        if (bad)
            throw new CannotServe(
                    "MILLRACE_DATABASE_USER \"" + user + "\" " + what
                            + ", so tenants would not be kept apart; give the application a login of its own that owns nothing.");
    }
}
