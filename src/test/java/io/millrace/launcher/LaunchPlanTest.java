package io.millrace.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LaunchPlanTest {

    private static final Map<String, String> REAL = Map.of(
            "MILLRACE_DATABASE_URL", "jdbc:postgresql://db/millrace",
            "MILLRACE_DATABASE_USER", "app",
            "MILLRACE_DATABASE_PASSWORD", "a",
            "MILLRACE_DATABASE_OWNER_USER", "owner",
            "MILLRACE_DATABASE_OWNER_PASSWORD", "o",
            "MILLRACE_MASTER_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    @Test
    void without_settings_it_is_a_demo_of_its_own() {
        LaunchPlan plan = plan(Map.of());

        assertThat(plan.embedded()).isTrue();
        assertThat(plan.demo()).isTrue();
        assertThat(plan.catchesMail()).isTrue();
        assertThat(plan.data()).isEqualTo(Path.of(".millrace").toAbsolutePath());
        assertThat(plan.httpAddress()).isEqualTo("127.0.0.1");
        assertThat(plan.publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(plan.ports()).extracting(Port::number).containsExactly(8080, 8000, 3025);
    }

    @Test
    void a_database_url_ends_the_demo() {
        LaunchPlan plan = plan(REAL);

        assertThat(plan.embedded()).isFalse();
        assertThat(plan.demo()).isFalse();
        assertThat(plan.catchesMail()).isFalse();
        assertThat(plan.httpAddress()).isEqualTo("0.0.0.0");
        assertThat(plan.nodes().get(0).localUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(plan.ports())
                .as("no dashboard without a password")
                .extracting(Port::number)
                .containsExactly(8080);
    }

    @Test
    void a_mail_server_of_ones_own_needs_no_catcher() {
        LaunchPlan plan = plan(Map.of("MILLRACE_SMTP_HOST", "mail.acme.test"));

        assertThat(plan.catchesMail()).isFalse();
        assertThat(plan.smtpPort()).isEqualTo(25);
    }

    @Test
    void a_database_of_ones_own_without_its_owner_is_refused() {
        Map<String, String> environment = new HashMap<>(REAL);
        environment.remove("MILLRACE_DATABASE_OWNER_USER");
        environment.remove("MILLRACE_MASTER_KEY");

        assertThatThrownBy(() -> plan(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessage("MILLRACE_DATABASE_URL is set:"
                        + " please set also MILLRACE_DATABASE_OWNER_USER, MILLRACE_MASTER_KEY.");
    }

    @Test
    void a_short_key_is_refused_without_being_shown() {
        assertThatThrownBy(() -> plan(Map.of("MILLRACE_MASTER_KEY", "c2hvcnQ=")))
                .hasMessage("MILLRACE_MASTER_KEY must be 32 bytes in base64 (openssl rand -base64 32).");
    }

    @Test
    void the_url_of_another_database_is_refused_without_its_password() {
        Map<String, String> environment = new HashMap<>(REAL);
        environment.put("MILLRACE_DATABASE_URL", "postgres://app:secret@db/millrace");

        assertThatThrownBy(() -> plan(environment))
                .hasMessageStartingWith("MILLRACE_DATABASE_URL must start with jdbc:postgresql:")
                .hasMessageNotContaining("secret");
    }

    private static LaunchPlan plan(Map<String, String> environment) {
        return LaunchPlan.of(Settings.of(environment, new Properties()));
    }
}
