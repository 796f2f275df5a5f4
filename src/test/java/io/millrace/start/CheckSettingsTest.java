package io.millrace.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckSettingsTest {

    private static final Path REFERENCE = Path.of("main/resources/META-INF/microprofile-config.properties");
    private static final Pattern SETTING = Pattern.compile("^(?:# )?(millrace\\.[a-z.-]+)(?:=(.*)| .*)?$");
    private static final Map<String, String> COMPLETE = Map.of(
            "MILLRACE_DATABASE_URL", "jdbc:postgresql://db/millrace",
            "MILLRACE_DATABASE_USER", "app",
            "MILLRACE_DATABASE_PASSWORD", "a",
            "MILLRACE_DATABASE_OWNER_USER", "owner",
            "MILLRACE_DATABASE_OWNER_PASSWORD", "o",
            "MILLRACE_MASTER_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SMTP_TLS             | maybe       | must be one of offered, required, implicit, none, not "maybe".
            SMTP_PORT            | 0           | must be a number from 1 to 65535, not "0".
            SMTP_PORT            | 70000       | must be a number from 1 to 65535, not "70000".
            HTTP_PORT            | eighty      | must be a number from 1 to 65535, not "eighty".
            HTTP_PORT            | 99999999999 | must be a number from 1 to 65535, not "99999999999".
            ENGINE_WORKERS       | 501         | must be a number from 0 to 500, not "501".
            ENGINE_LOCK          | PT1S        | must be a duration from PT5S to PT1H (PT0.5S, PT30S, PT5M, PT1H), not "PT1S".
            RELAY_WORKERS        | -1          | must be a number from 0 to 500, not "-1".
            JOBS_WORKERS         | many        | must be a number from 0 to 500, not "many".
            JOBS_POLL_INTERVAL   | PT1S        | must be a duration from PT5S to P1D (PT0.5S, PT30S, PT5M, PT1H), not "PT1S".
            ENGINE_HISTORY_CLEANUP_END | 24:00 | must be a time of UTC from 00:00 to 23:59, not "24:00".
            ENGINE_HISTORY_CLEANUP_END | 1am   | must be a time of UTC from 00:00 to 23:59, not "1am".
            RELAY_SWEEP          | bogus       | must be a duration from PT0.01S to P1D (PT0.5S, PT30S, PT5M, PT1H), not "bogus".
            RELAY_SWEEP          | -PT1S       | must be a duration from PT0.01S to P1D (PT0.5S, PT30S, PT5M, PT1H), not "-PT1S".
            SCHEDULES_WORKERS    | 501         | must be a number from 0 to 500, not "501".
            SCHEDULES_SWEEP      | PT0S        | must be a duration from PT0.01S to P1D (PT0.5S, PT30S, PT5M, PT1H), not "PT0S".
            PUBLIC_URL           | nonsense    | must be an address that begins with http:// or https://, not "nonsense".
            PUBLIC_URL           | ftp://a     | must be an address that begins with http:// or https://, not "ftp://a".
            PUBLIC_URL           | https://    | must be an address that begins with http:// or https://, not "https://".
            MAIL_FROM_ADDRESS    | me          | must be an e-mail address, not "me".
            MAIL_NOTICES_PER_HOUR | 0          | must be a number from 1 to 1000000, not "0".
            SMTP_HOST            | smtp://mail | must be a host name or an address, not "smtp://mail".
            PROXY_CLIENT_HEADER  | my header   | must be the name of an HTTP header, not "my header".
            DEMO                 | no          | must be true or false, not "no".
            START_TIMEOUT        | 0           | must be a number from 1 to 86400, not "0".
            MASTER_KEY           | c2hvcnQ=    | must be 32 bytes in base64 (openssl rand -base64 32).
            MASTER_KEY           | ***         | must be 32 bytes in base64 (openssl rand -base64 32).
            DATABASE_URL         | postgres://app:secret@db | must start with jdbc:postgresql:, for example jdbc:postgresql://host/database.
            """)
    void a_wrong_value_is_one_sentence(String name, String value, String sentence) {
        Map<String, String> given = new HashMap<>(COMPLETE);
        given.put("MILLRACE_" + name, value);

        assertThat(CheckSettings.atBoot(given)).containsExactly("MILLRACE_" + name + " " + sentence);
        assertThat(CheckSettings.beforeLaunch(given)).containsExactly("MILLRACE_" + name + " " + sentence);
    }

    static Stream<String> typed() {
        return Stream.concat(KnownSettings.SERVER.entrySet().stream(), KnownSettings.LAUNCHER.entrySet().stream())
                .filter(setting -> !Set.of(Kind.TEXT, Kind.SECRET).contains(setting.getValue()))
                .map(Map.Entry::getKey);
    }

    /** Each that is more than any text, so that no kind of setting is taken as it comes. */
    @ParameterizedTest
    @MethodSource("typed")
    void no_setting_takes_what_makes_no_sense(String name) {
        Map<String, String> given = new HashMap<>(COMPLETE);
        given.put(name, "\t?!");
        given.putIfAbsent("MILLRACE_OPERATOR_EMAIL", "ops@acme.test");
        given.putIfAbsent("MILLRACE_OPERATOR_PASSWORD", "long-enough-for-it");

        for (List<String> findings : List.of(CheckSettings.atBoot(given), CheckSettings.beforeLaunch(given))) {
            assertThat(findings)
                    .singleElement()
                    .asString()
                    .startsWith(name + " must ")
                    .endsWith(".");
            assertThat(findings.get(0).contains("?!")).isNotEqualTo(name.matches(".*(PASSWORD|KEY|DATABASE_URL)"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MILLRACE_DATABASE_URL",
                "MILLRACE_DATABASE_USER",
                "MILLRACE_DATABASE_PASSWORD",
                "MILLRACE_DATABASE_OWNER_USER",
                "MILLRACE_DATABASE_OWNER_PASSWORD",
                "MILLRACE_MASTER_KEY"
            })
    void one_that_is_missing_is_one_sentence_with_its_name(String name) {
        Map<String, String> given = new HashMap<>(COMPLETE);
        given.remove(name);

        assertThat(CheckSettings.atBoot(given))
                .containsExactly("There is no default for these: please set " + name + ".");
        assertThat(CheckSettings.beforeLaunch(given))
                .singleElement()
                .asString()
                .endsWith(" please set also " + name + ".");
    }

    @Test
    void a_window_that_ends_as_it_begins_is_none() {
        String sentence = "MILLRACE_ENGINE_HISTORY_CLEANUP_START and MILLRACE_ENGINE_HISTORY_CLEANUP_END are both %s:"
                + " old history is forgotten from one time of day to another.";

        assertThat(CheckSettings.beforeLaunch(Map.of(
                        "MILLRACE_ENGINE_HISTORY_CLEANUP_START", "03:00",
                        "MILLRACE_ENGINE_HISTORY_CLEANUP_END", "03:00")))
                .containsExactly(sentence.formatted("03:00"));
        assertThat(CheckSettings.beforeLaunch(Map.of("MILLRACE_ENGINE_HISTORY_CLEANUP_START", "05:00")))
                .containsExactly(sentence.formatted("05:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "SMTP_TLS, REQUIRED",
        "SMTP_PORT, 465",
        "ENGINE_WORKERS, 0",
        "ENGINE_HISTORY_CLEANUP_START, 23:30",
        "RELAY_SWEEP, PT0.05S",
        "JOBS_RETRIES, 0",
        "PUBLIC_URL, https://mill.acme.test/base",
        "PUBLIC_URL, http://[::1]:8080",
        "DEMO, TRUE",
        "DATABASE_PORT, 0",
        "HTTP_ADDRESS, ::1",
        "MAIL_FROM_ADDRESS, millrace@localhost",
        "MAIL_NOTICES_PER_HOUR, 1",
        "DATA_DIR, /var/lib/mill race"
    })
    void a_right_value_is_none(String name, String value) {
        assertThat(CheckSettings.beforeLaunch(Map.of("MILLRACE_" + name, value)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MILLRACE_HTTP_PRT, ; is MILLRACE_HTTP_PORT meant?",
        "MILLRACE_SMPT_HOST, ; is MILLRACE_SMTP_HOST meant?",
        "MILLRACE_ENTIRELY_ELSE, ."
    })
    void an_unknown_name_is_told_with_the_nearest_one_and_without_its_value(String name, String hint) {
        assertThat(CheckSettings.beforeLaunch(Map.of(name, "secret")))
                .containsExactly(name + " is no setting of Millrace" + hint);
    }

    @ParameterizedTest
    @CsvSource({
        "MILLRACE_SERVICE_HOST, 10.0.0.1",
        "MILLRACE_SERVICE_PORT_HTTP, 8080",
        "MILLRACE_PORT, tcp://10.0.0.1:8080",
        "MILLRACE_PORT_8080_TCP_ADDR, 10.0.0.1",
        "MILLRACE_DB_PORT_5432_TCP, tcp://10.0.0.2:5432"
    })
    void what_a_cluster_says_of_its_services_is_no_setting(String name, String value) {
        assertThat(CheckSettings.beforeLaunch(Map.of(name, value))).isEmpty();
    }

    @Test
    void a_login_without_its_database_is_no_reason_to_use_another_database() {
        assertThat(CheckSettings.beforeLaunch(Map.of("MILLRACE_DATABASE_PASSWORD", "a", "MILLRACE_DATABASE_USER", "b")))
                .containsExactly("MILLRACE_DATABASE_USER is set: please set also MILLRACE_DATABASE_URL,"
                        + " MILLRACE_DATABASE_OWNER_USER, MILLRACE_DATABASE_OWNER_PASSWORD, MILLRACE_MASTER_KEY.");
    }

    @Test
    void the_operator_is_told_by_address_and_password_together() {
        assertThat(CheckSettings.beforeLaunch(Map.of("MILLRACE_OPERATOR_EMAIL", "ops@acme.test")))
                .containsExactly("MILLRACE_OPERATOR_EMAIL is set: please set also MILLRACE_OPERATOR_PASSWORD.");
        assertThat(CheckSettings.beforeLaunch(
                        Map.of("MILLRACE_OPERATOR_EMAIL", "ops@acme.test", "MILLRACE_OPERATOR_PASSWORD", "short")))
                .containsExactly("MILLRACE_OPERATOR_PASSWORD must have at least 12 characters.");
    }

    @Test
    void what_the_server_needs_is_told_with_all_that_is_wrong_besides() {
        assertThat(CheckSettings.atBoot(Map.of("MILLRACE_DATABASE_USER", "app", "MILLRACE_DEMO", "perhaps")))
                .containsExactly(
                        "MILLRACE_DEMO must be true or false, not \"perhaps\".",
                        "There is no default for these: please set MILLRACE_DATABASE_URL, MILLRACE_DATABASE_PASSWORD,"
                                + " MILLRACE_DATABASE_OWNER_USER, MILLRACE_DATABASE_OWNER_PASSWORD,"
                                + " MILLRACE_MASTER_KEY.");
        assertThat(CheckSettings.beforeLaunch(Map.of())).isEmpty();
    }

    @Test
    void it_knows_the_settings_of_the_reference_and_finds_their_defaults_right() throws IOException {
        Set<String> documented = new TreeSet<>();
        Map<String, String> defaults = new TreeMap<>(COMPLETE);
        for (String line : Files.readAllLines(REFERENCE)) {
            Matcher setting = SETTING.matcher(line);
            if (!setting.matches()) continue;
            documented.add(CheckSettings.variable(setting.group(1)));
            if (setting.group(2) != null) defaults.put(CheckSettings.variable(setting.group(1)), setting.group(2));
        }

        assertThat(new TreeSet<>(KnownSettings.SERVER.keySet())).isEqualTo(documented);
        assertThat(CheckSettings.atBoot(defaults)).isEmpty();
    }
}
