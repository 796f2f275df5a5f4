package io.millrace.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WelcomeTableTest {

    private static final DataDirectory DATA = new DataDirectory(Path.of("/data"));

    @Test
    void the_demo_shows_places_people_and_the_way_out() {
        assertThat(table(Map.of("MILLRACE_DASHBOARD_PASSWORD", "shown")))
                .contains("http://localhost:8080/camunda", "http://localhost:8080/camunda/app/cockpit/")
                .contains("http://localhost:8000/dashboard   user ops, password shown")
                .contains("http://localhost:8080/demo/mail")
                .contains("psql postgresql://millrace_owner@127.0.0.1:5433/millrace")
                .contains("password is let-the-wheel-turn")
                .contains("\n  rita@acme.test      decides as revenue assurance\n")
                .contains("\n  ops@millrace.test   operates the platform\n")
                .contains("acme/max@acme.test", "ops as millrace/acme/ops@millrace.test")
                .contains("Ctrl-C");
    }

    @Test
    void without_the_demo_no_password_is_shown() {
        assertThat(table(Map.of("MILLRACE_DEMO", "false", "MILLRACE_DASHBOARD_PASSWORD", "hidden")))
                .doesNotContain("hidden")
                .doesNotContain("let-the-wheel-turn")
                .doesNotContain("/demo/mail");
    }

    private static String table(Map<String, String> environment) {
        LaunchPlan plan = LaunchPlan.of(Settings.of(environment, new Properties()));
        return WelcomeTable.of(plan, DATA, ServerEnvironment.of(plan, DATA, new Secrets("o", "a", "k"), 5433));
    }
}
