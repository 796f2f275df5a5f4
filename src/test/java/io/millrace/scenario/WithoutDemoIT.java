package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import io.millrace.harness.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that are not the first one of a demo: the one for real, and the demo's next. */
class WithoutDemoIT {

    private static final String OPERATOR = "olivia@mill.test";
    private static final String PASSWORD = "a long enough one";

    @TempDir
    Path home;

    private final TestDatabase database = TestDatabase.empty();
    private final GreenMail mails = TestServers.mailServer();

    @AfterEach
    void clear() {
        mails.stop();
        database.drop();
    }

    @Test
    void the_first_operator_gets_in_and_there_is_no_demo() throws Exception {
        ServerProcess server = server(Map.of(
                "millrace.demo",
                "false",
                "millrace.operator.email",
                OPERATOR,
                "millrace.operator.password",
                PASSWORD,
                "millrace.public.url",
                "https://mill.acme.test"));
        server.start();
        try {
            MillraceClient nobody = MillraceClient.at(server.uri());

            assertThat(nobody.tokens("millrace", OPERATOR, PASSWORD).status()).isEqualTo(200);
            assertThat(nobody.tokens("acme", "ann@acme.test", MillraceClient.PASSWORD)
                            .status())
                    .isEqualTo(401);
            assertThat(database.texts("SELECT slug FROM millrace.tenant")).containsExactly("millrace");
            assertThat(database.texts("SELECT email FROM millrace.person")).containsExactly(OPERATOR);
            assertThat(get(server, "demo/mail").statusCode()).isEqualTo(404);
            assertThat(get(server, "camunda/app/tasklist/default/").headers().allValues("Set-Cookie"))
                    .hasSize(2)
                    .allMatch(cookie -> cookie.contains("Secure"));
            assertThat(get(server, "health/started").body()).contains("\"boot\"");
            assertThat(get(server, "health/ready").body())
                    .contains("\"database\"", "\"engine\"", "\"relay\"", "\"job-server\"");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_demo_in_which_ann_was_suspended_starts_again() {
        ServerProcess server = server(Map.of());
        server.start();
        server.stop();
        database.run(
                "UPDATE millrace.membership SET state = 'SUSPENDED' WHERE person_id IN"
                        + " (SELECT id FROM millrace.person WHERE email = 'ann@acme.test')",
                "UPDATE millrace.person SET password_hash = 'another' WHERE email = 'ann@globex.test'");

        server.start();

        try {
            assertThat(database.count("millrace.approval")).isEqualTo(2);
        } finally {
            server.stop();
        }
    }

    @Test
    void an_archive_without_the_launcher_refuses_wrong_settings_before_it_touches_the_database() {
        ServerProcess server = server(Map.of("millrace.smtp.tls", "maybe", "millrace.relay.sweep", "bogus"));

        try {
            assertThatThrownBy(server::start)
                    .hasMessageContaining("MILLRACE_SMTP_TLS must be one of offered, required, implicit, none, not")
                    .hasMessageContaining("MILLRACE_RELAY_SWEEP must be a duration from");
            assertThat(database.texts("SELECT nspname FROM pg_namespace WHERE nspname = 'millrace'"))
                    .isEmpty();
        } finally {
            server.stop();
        }
    }

    private ServerProcess server(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(TestServers.settings(database, mails));
        settings.putAll(more);
        return new ServerProcess(home, settings);
    }

    private static HttpResponse<String> get(ServerProcess server, String path) throws Exception {
        URI uri = server.uri().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
