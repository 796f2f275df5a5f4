package io.millrace.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void a_system_property_overrules_the_environment() {
        Properties properties = new Properties();
        properties.setProperty("millrace.http.port", "9000");

        Settings settings = Settings.of(Map.of("MILLRACE_HTTP_PORT", "8081"), properties);

        assertThat(settings.number("MILLRACE_HTTP_PORT", 8080)).isEqualTo(9000);
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
        assertThat(settings.number("MILLRACE_HTTP_PORT", 8080)).isEqualTo(8080);
    }

    @Test
    void a_flag_is_true_or_false() {
        assertThat(settings(Map.of("MILLRACE_DEMO", "FALSE")).flag("MILLRACE_DEMO", true))
                .isFalse();
        assertThat(settings(Map.of()).flag("MILLRACE_DEMO", true)).isTrue();
    }

    @Test
    void everything_wrong_is_told_at_once_a_line_each() {
        Settings settings = settings(Map.of(
                "MILLRACE_HTTP_PRT", "80", "MILLRACE_SMTP_TLS", "maybe", "MILLRACE_DATABASE_URL", "jdbc:postgresql:x"));

        assertThatThrownBy(settings::requireRight)
                .isInstanceOf(CannotStart.class)
                .hasMessage("""
                        MILLRACE_HTTP_PRT is no setting of Millrace; is MILLRACE_HTTP_PORT meant?
                        MILLRACE_SMTP_TLS must be one of offered, required, implicit, none, not "maybe".
                        MILLRACE_DATABASE_URL is set: please set also MILLRACE_DATABASE_USER, \
                        MILLRACE_DATABASE_PASSWORD, MILLRACE_DATABASE_OWNER_USER, MILLRACE_DATABASE_OWNER_PASSWORD, \
                        MILLRACE_MASTER_KEY.""");
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.of(environment, new Properties());
    }
}
