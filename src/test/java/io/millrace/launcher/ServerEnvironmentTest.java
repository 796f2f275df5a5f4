package io.millrace.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ServerEnvironmentTest {

    private static final DataDirectory DATA = new DataDirectory(Path.of("/data"));
    private static final Secrets SECRETS = new Secrets("owner-word", "app-word", "key");

    @Test
    void the_embedded_database_is_told_with_both_logins() {
        Map<String, String> told = ServerEnvironment.of(plan(Map.of()), DATA, SECRETS, 5433);

        assertThat(told)
                .containsEntry(
                        "MILLRACE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5433/millrace?stringtype=unspecified")
                .containsEntry("MILLRACE_DATABASE_USER", "millrace_app")
                .containsEntry("MILLRACE_DATABASE_PASSWORD", "app-word")
                .containsEntry("MILLRACE_DATABASE_OWNER_USER", "millrace_owner")
                .containsEntry("MILLRACE_DATABASE_OWNER_PASSWORD", "owner-word")
                .containsEntry("MILLRACE_MASTER_KEY", "key");
    }

    @Test
    void the_demo_is_told_where_mails_and_people_are() {
        Map<String, String> told = ServerEnvironment.of(plan(Map.of("MILLRACE_HTTP_PORT", "9000")), DATA, SECRETS, 1);

        assertThat(told)
                .containsEntry("MILLRACE_DEMO", "true")
                .containsEntry("MILLRACE_DEMO_MAIL_DIR", "/data/mail")
                .containsEntry("MILLRACE_SMTP_HOST", "127.0.0.1")
                .containsEntry("MILLRACE_SMTP_PORT", "3025")
                .containsEntry("MILLRACE_HTTP_PORT", "9000")
                .containsEntry("MILLRACE_DASHBOARD_PORT", "8000")
                .containsEntry("MILLRACE_PUBLIC_URL", "http://localhost:9000")
                .containsKey("MILLRACE_DASHBOARD_PASSWORD");
    }

    @Test
    void what_was_given_stays() {
        Map<String, String> told = ServerEnvironment.of(
                plan(Map.of(
                        "MILLRACE_DASHBOARD_PASSWORD", "chosen",
                        "MILLRACE_PUBLIC_URL", "https://mill.acme.test",
                        "MILLRACE_RELAY_WORKERS", "6")),
                DATA,
                SECRETS,
                1);

        assertThat(told)
                .containsEntry("MILLRACE_DASHBOARD_PASSWORD", "chosen")
                .containsEntry("MILLRACE_PUBLIC_URL", "https://mill.acme.test")
                .containsEntry("MILLRACE_RELAY_WORKERS", "6");
    }

    @Test
    void a_url_gets_its_string_type_once() {
        assertThat(ServerEnvironment.withStringType("jdbc:postgresql://db/m?ssl=true"))
                .isEqualTo("jdbc:postgresql://db/m?ssl=true&stringtype=unspecified");
        assertThat(ServerEnvironment.withStringType("jdbc:postgresql://db/m?stringtype=varchar"))
                .isEqualTo("jdbc:postgresql://db/m?stringtype=varchar");
    }

    private static LaunchPlan plan(Map<String, String> environment) {
        return LaunchPlan.of(Settings.of(environment, new Properties()));
    }
}
