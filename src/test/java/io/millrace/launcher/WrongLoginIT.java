package io.millrace.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.TestDatabase;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole start with a login that would see every tenant; {@code ApplicationLoginIT} knows more of such logins. */
@Tag("endurance")
class WrongLoginIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void gone() {
        database.drop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            too_mighty | SUPERUSER |                                                 | is a superuser
            unbound    | BYPASSRLS |                                                 | has BYPASSRLS
            an_owner   |           | ALTER TABLE millrace.approval OWNER TO an_owner | owns the database, or something of Millrace's in it
            """)
    void a_login_that_sees_every_tenant_ends_the_start_with_one_sentence(
            String role, String kind, String besides, String because) throws Exception {
        database.asSuperuser(
                "CREATE ROLE " + role + " LOGIN PASSWORD '" + database.password() + "' " + orNothing(kind));
        if (besides != null) database.asSuperuser(besides);

        try (StartedLauncher launcher = StartedLauncher.with(data, settings(role))) {
            assertThat(launcher.process().waitFor(150, SECONDS)).isTrue();

            assertThat(launcher.output())
                    .containsOnlyOnce("Millrace cannot start: MILLRACE_DATABASE_USER \"" + role + "\" " + because)
                    .doesNotContain("\tat ", "ready")
                    .endsWith("Stopped.\n");
            assertThat(launcher.process().exitValue()).isEqualTo(1);
        }
    }

    private static String orNothing(String kind) {
        return kind == null ? "" : kind;
    }

    private Map<String, String> settings(String role) {
        return Map.of(
                "MILLRACE_DATABASE_URL", database.url(),
                "MILLRACE_DATABASE_USER", role,
                "MILLRACE_DATABASE_PASSWORD", database.password(),
                "MILLRACE_DATABASE_OWNER_USER", TestDatabase.OWNER,
                "MILLRACE_DATABASE_OWNER_PASSWORD", database.password(),
                "MILLRACE_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
    }
}
