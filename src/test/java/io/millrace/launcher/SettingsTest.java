package io.millrace.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void a_system_property_overrules_the_environment() {
        Properties properties = new Properties();
        properties.setProperty("millrace.http.port", "9000");

        Settings settings = Settings.of(Map.of("MILLRACE_HTTP_PORT", "8081"), properties);

        assertThat(settings.port("MILLRACE_HTTP_PORT", 8080)).isEqualTo(9000);
    }

    @Test
    void dots_and_dashes_mean_the_same() {
        Properties properties = new Properties();
        properties.setProperty("millrace.mail.from-address", "mill@acme.test");

        Settings settings = Settings.of(Map.of(), properties);

        assertThat(settings.all()).containsExactly(Map.entry("MILLRACE_MAIL_FROM_ADDRESS", "mill@acme.test"));
    }

    @Test
    void a_blank_value_is_none_and_other_names_are_none_of_ours() {
        Settings settings = settings(Map.of("MILLRACE_HTTP_PORT", " ", "PATH", "/bin"));

        assertThat(settings.all()).isEmpty();
        assertThat(settings.port("MILLRACE_HTTP_PORT", 8080)).isEqualTo(8080);
    }

    @Test
    void a_port_that_is_none_is_refused_by_name() {
        assertThatThrownBy(
                        () -> settings(Map.of("MILLRACE_HTTP_PORT", "eighty")).port("MILLRACE_HTTP_PORT", 8080))
                .isInstanceOf(CannotStart.class)
                .hasMessage("MILLRACE_HTTP_PORT must be a number from 1 to 65535, not \"eighty\".");
        assertThatThrownBy(() -> settings(Map.of("MILLRACE_HTTP_PORT", "70000")).port("MILLRACE_HTTP_PORT", 8080))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void a_flag_is_true_or_false() {
        assertThat(settings(Map.of("MILLRACE_DEMO", "FALSE")).flag("MILLRACE_DEMO", true))
                .isFalse();
        assertThatThrownBy(() -> settings(Map.of("MILLRACE_DEMO", "no")).flag("MILLRACE_DEMO", true))
                .hasMessage("MILLRACE_DEMO must be true or false, not \"no\".");
    }

    @Test
    void what_is_missing_is_named_at_once() {
        assertThatThrownBy(() -> settings(Map.of("MILLRACE_B", "x"))
                        .requireAll(List.of("MILLRACE_A", "MILLRACE_B", "MILLRACE_C"), "MILLRACE_B is set"))
                .hasMessage("MILLRACE_B is set: please set also MILLRACE_A, MILLRACE_C.");
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.of(environment, new Properties());
    }
}
