package io.millrace.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.harness.TestDatabase;
import io.millrace.jobs.JobRunrSchemaMigration;
import io.millrace.start.CannotServe;
import io.millrace.workflows.engine.EngineSchemaMigration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class ApplicationLoginIT {

    private final TestDatabase database = TestDatabase.empty();

    @AfterEach
    void clear() throws SQLException {
        database.drop();
        root("postgres", "DROP ROLE IF EXISTS wrong_login, \"wrong-login's \"\"own\"\"\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOGIN SUPERUSER                              | is a superuser
            LOGIN BYPASSRLS                              | has BYPASSRLS
            LOGIN IN ROLE millrace_owner                 | is a member of the owner "millrace_owner"
            LOGIN NOINHERIT IN ROLE millrace_owner       | is a member of the owner "millrace_owner"
            NOLOGIN                                      | cannot be signed in
            """)
    void a_login_that_sees_every_tenant_is_refused_on_an_empty_database(String kind, String because) throws Exception {
        root(name(), "CREATE ROLE wrong_login PASSWORD 'test' " + kind);

        assertThatThrownBy(() -> login("wrong_login").requireHarmless())
                .isInstanceOf(CannotServe.class)
                .hasMessageStartingWith("MILLRACE_DATABASE_USER \"wrong_login\" " + because)
                .hasMessageNotContaining("\n");
    }

    @Test
    void the_owner_itself_is_refused_on_an_empty_database() {
        assertThatThrownBy(() -> login(TestDatabase.OWNER).requireHarmless())
                .hasMessage("MILLRACE_DATABASE_USER \"millrace_owner\" is the owner itself"
                        + " (MILLRACE_DATABASE_OWNER_USER), so tenants would not be kept apart; give the application a"
                        + " login of its own that owns nothing.");
    }

    @Test
    void a_login_that_owns_something_is_refused_whoever_migrates() throws Exception {
        root(name(), "CREATE ROLE wrong_login LOGIN PASSWORD 'test'");
        root(name(), "CREATE SCHEMA jobrunr AUTHORIZATION wrong_login");

        assertThatThrownBy(() -> login("wrong_login").requireHarmless()).hasMessageContaining("owns the database, or");
    }

    @Test
    void the_right_login_is_welcome_before_and_after_the_migration() {
        assertThatCode(() -> login(TestDatabase.APPLICATION).requireHarmless()).doesNotThrowAnyException();

        migrate(TestDatabase.APPLICATION);

        assertThatCode(() -> login(TestDatabase.APPLICATION).requireHarmless()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"millrace_owner,", "wrong_login, LOGIN IN ROLE millrace_owner", "wrong_login, LOGIN SUPERUSER"})
    void even_the_migration_alone_never_locks_the_owner_out(String role, String kind) throws Exception {
        if (kind != null) root(name(), "CREATE ROLE wrong_login PASSWORD 'test' " + kind);
        assertThatThrownBy(() -> migrate(role))
                .hasMessageContaining(
                        "The application's role " + role + " is, or can become, the owner millrace_owner");

        migrate(TestDatabase.APPLICATION);

        assertThat(database.count("millrace.flyway_schema_history")).isPositive();
        assertThat(database.texts("SELECT count(*) FROM millrace.event")).containsExactly("0");
    }

    @Test
    void the_role_may_have_any_name() throws Exception {
        String odd = "wrong-login's \"own\"";
        root(name(), "CREATE ROLE \"wrong-login's \"\"own\"\"\" LOGIN PASSWORD 'test'");

        Schemas schemas = schemas(odd);
        schemas.migrateMillrace();
        schemas.migrate("camunda", new EngineSchemaMigration());
        schemas.migrate("jobrunr", new JobRunrSchemaMigration());

        assertThatCode(() -> login(odd).requireHarmless()).doesNotThrowAnyException();
        assertThat(database.texts("SELECT DISTINCT table_schema FROM information_schema.role_table_grants"
                        + " WHERE grantee = 'wrong-login''s \"own\"' ORDER BY 1"))
                .containsExactly("camunda", "jobrunr", "millrace");
    }

    private ApplicationLogin login(String user) {
        ApplicationLogin login = new ApplicationLogin();
        login.url = database.url();
        login.user = user;
        login.password = database.password();
        login.owner = TestDatabase.OWNER;
        return login;
    }

    private void migrate(String applicationRole) {
        schemas(applicationRole).migrateMillrace();
    }

    private Schemas schemas(String applicationRole) {
        Schemas schemas = new Schemas();
        schemas.url = database.url();
        schemas.applicationRole = applicationRole;
        schemas.ownerUser = TestDatabase.OWNER;
        schemas.ownerPassword = database.password();
        return schemas;
    }

    private String name() {
        return database.url().replaceFirst(".*/([^?]+)\\?.*", "$1");
    }

    /** Past the owner: only a superuser makes roles. */
    private void root(String in, String statement) throws SQLException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(database.url().replaceFirst("/[^/?]+\\?.*", "/" + in));
        server.setUser("postgres");
        try (Connection connection = server.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
