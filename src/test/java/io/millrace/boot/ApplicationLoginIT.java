package io.millrace.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.harness.TestDatabase;
import io.millrace.jobs.JobRunrSchemaMigration;
import io.millrace.start.CannotServe;
import io.millrace.workflows.engine.EngineSchemaMigration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationLoginIT {

    private final TestDatabase database = TestDatabase.empty();

    @AfterEach
    void clear() {
        database.drop();
        forget("wrong_login", "sees_all", "\"wrong-login's \"\"own\"\"\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOGIN SUPERUSER                              | is a superuser
            LOGIN BYPASSRLS                              | has BYPASSRLS
            LOGIN IN ROLE millrace_owner                 | is a member of the owner "millrace_owner"
            LOGIN NOINHERIT IN ROLE millrace_owner       | is a member of the owner "millrace_owner"
            NOLOGIN                                      | cannot be signed in
            """)
    void a_login_that_sees_every_tenant_is_refused_on_an_empty_database(String kind, String because) {
        database.asSuperuser("CREATE ROLE wrong_login PASSWORD 'test' " + kind);

        assertThatThrownBy(() -> login("wrong_login").requireHarmless())
                .isInstanceOf(CannotServe.class)
                .hasMessageStartingWith("MILLRACE_DATABASE_USER \"wrong_login\" " + because)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPERUSER", "BYPASSRLS"})
    void a_login_that_can_become_somebody_who_sees_every_tenant_is_refused(String what) {
        database.asSuperuser("CREATE ROLE sees_all " + what);
        database.asSuperuser("CREATE ROLE wrong_login LOGIN NOINHERIT PASSWORD 'test' IN ROLE sees_all");

        assertThatThrownBy(() -> login("wrong_login").requireHarmless())
                .hasMessageStartingWith("MILLRACE_DATABASE_USER \"wrong_login\" can become a role that is a superuser");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE millrace.approval OWNER TO wrong_login",
                "ALTER SCHEMA millrace OWNER TO wrong_login",
                "CREATE TABLE millrace.of_nobody_s_business (); ALTER TABLE millrace.of_nobody_s_business OWNER TO wrong_login"
            })
    void a_login_that_owns_a_table_is_refused_though_it_had_run_before(String afterwards) {
        database.asSuperuser("CREATE ROLE wrong_login LOGIN PASSWORD 'test'");
        migrate("wrong_login");
        assertThatCode(() -> login("wrong_login").requireHarmless()).doesNotThrowAnyException();

        database.asSuperuser(afterwards);

        assertThatThrownBy(() -> login("wrong_login").requireHarmless())
                .isInstanceOf(CannotServe.class)
                .hasMessageStartingWith("MILLRACE_DATABASE_USER \"wrong_login\" owns the database, or something")
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
    void a_login_that_owns_something_is_refused_whoever_migrates() {
        database.asSuperuser("CREATE ROLE wrong_login LOGIN PASSWORD 'test'");
        database.asSuperuser("CREATE SCHEMA jobrunr AUTHORIZATION wrong_login");

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
    void even_the_migration_alone_never_locks_the_owner_out(String role, String kind) {
        if (kind != null) database.asSuperuser("CREATE ROLE wrong_login PASSWORD 'test' " + kind);
        assertThatThrownBy(() -> migrate(role))
                .hasMessageContaining(
                        "The application's role " + role + " is, or can become, the owner millrace_owner");

        migrate(TestDatabase.APPLICATION);

        assertThat(database.count("millrace.flyway_schema_history")).isPositive();
        assertThat(database.texts("SELECT count(*) FROM millrace.event")).containsExactly("0");
    }

    @Test
    void the_role_may_have_any_name() {
        String odd = "wrong-login's \"own\"";
        database.asSuperuser("CREATE ROLE \"wrong-login's \"\"own\"\"\" LOGIN PASSWORD 'test'");

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

    /** When the database, and all that they owned in it, is gone. */
    private static void forget(String... roles) {
        TestDatabase other = TestDatabase.empty();
        for (String role : roles) other.asSuperuser("DROP ROLE IF EXISTS " + role);
        other.drop();
    }
}
