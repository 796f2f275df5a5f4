package io.millrace.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.TestDatabase;
import io.millrace.scenario.MillraceClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {

    private static final Map<String, String> TWO_NODES = Map.of("MILLRACE_NODES", "2");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    @Test
    void what_was_stored_survives_a_kill_and_nothing_stays_behind() throws Exception {
        try (StartedLauncher first = StartedLauncher.with(data, TWO_NODES);
                Knocking knocking = Knocking.at(first.httpPort, "/api/v1/me", "/health/live")) {
            first.awaitSaying("Ctrl-C");
            await("there")
                    .atMost(30, SECONDS)
                    .until(() -> knocking.answers().containsAll(Set.of("/api/v1/me 401", "/health/live 200")));
            knocking.close();
            assertThat(knocking.answers())
                    .as("before it is there, nobody is")
                    .containsExactlyInAnyOrder(
                            "/api/v1/me nobody there",
                            "/api/v1/me 401",
                            "/health/live nobody there",
                            "/health/live 200");
            assertThat(answer(first, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(answer(first, "/api/v1/approvals/%FF").statusCode())
                    .as("the listener that opened last has learnt what a broken address is")
                    .isEqualTo(400);
            assertThat(answer(first, "/health/ready").headers().map())
                    .as("what tells the server")
                    .doesNotContainKey("server");
            bothNodesServe(first);
            sql(first, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('still here')");
            Set<ProcessHandle> everything = first.everything();
            assertThat(everything)
                    .as("launcher, watchdog, servers and database")
                    .hasSizeGreaterThan(5);

            first.process().destroyForcibly();

            awaitGone(everything);
        }

        // In the middle of its start, because a whole one takes long and the first has shown one.
        try (StartedLauncher second = StartedLauncher.on(data).awaitSaying("the server starts")) {
            assertThat(stored(second)).isEqualTo("still here");
            Set<ProcessHandle> everything = second.everything();

            second.process().destroy();

            awaitGone(everything);
            assertThat(second.output()).endsWith("Stopped.\n");
            assertThat(second.process().waitFor()).isEqualTo(143);
        }
    }

    private static void bothNodesServe(StartedLauncher launcher) {
        URI first = URI.create("http://127.0.0.1:" + launcher.httpPort);
        URI second = URI.create("http://127.0.0.1:" + (launcher.httpPort + 1));
        assertThat(launcher.output()).contains("Node 2", second.toString());
        MillraceClient.Answer asked =
                MillraceClient.at(first).signIn("acme", "ann").post("/approvals", """
                {"type": "purchase", "title": "On two nodes", "amount": {"amount": 40000, "currency": "EUR"}}""");
        assertThat(asked.status()).as("%s", asked).isEqualTo(201);
        assertThat(MillraceClient.at(second)
                        .signIn("acme", "max")
                        .get("/approvals/" + asked.text("/id"))
                        .text("/title"))
                .isEqualTo("On two nodes");
    }

    @Test
    @Tag("endurance")
    void two_nodes_end_together_when_they_are_told_to() throws Exception {
        try (StartedLauncher launcher = StartedLauncher.with(data, TWO_NODES).awaitSaying("Ctrl-C")) {
            Set<ProcessHandle> everything = launcher.everything();

            launcher.process().destroy();

            awaitGone(everything);
            assertThat(launcher.output()).endsWith("Stopped.\n");
            assertThat(launcher.process().waitFor()).isEqualTo(143);
        }
    }

    @Test
    void the_death_of_its_parent_in_the_middle_of_a_start_ends_all() throws IOException {
        try (StartedLauncher launcher =
                StartedLauncher.belowAnotherProcess(data).awaitSaying("the server starts")) {
            Set<ProcessHandle> everything = launcher.everything();

            launcher.process().destroyForcibly();

            awaitGone(everything);
        }
    }

    @Test
    void a_taken_port_is_one_sentence_and_nothing_starts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                StartedLauncher launcher = StartedLauncher.with(
                        data, Map.of("MILLRACE_SMTP_PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(launcher.process().waitFor(20, SECONDS)).isTrue();

            assertThat(launcher.output())
                    .isEqualTo("Port " + taken.getLocalPort() + " (the mail catcher) is taken by another program:"
                            + " stop that one, or choose another port with MILLRACE_SMTP_PORT.\n");
            assertThat(launcher.process().exitValue()).isEqualTo(1);
            assertThat(data.resolve("runtime")).doesNotExist();
        }
    }

    @Test
    void a_second_start_on_the_same_data_is_one_sentence() throws Exception {
        try (DataLock first = DataLock.take(DataDirectory.open(data));
                StartedLauncher second = StartedLauncher.on(data)) {
            assertThat(second.process().waitFor(20, SECONDS)).isTrue();

            assertThat(second.output())
                    .isEqualTo("Millrace already runs on " + data + " (process "
                            + ProcessHandle.current().pid() + "): stop that one, or choose another directory"
                            + " with MILLRACE_DATA_DIR.\n");
            assertThat(second.process().exitValue()).isEqualTo(1);
        }
    }

    @Test
    void an_option_that_there_is_not_is_named_before_the_help() throws Exception {
        try (StartedLauncher launcher = StartedLauncher.told(data, "--bogus")) {
            assertThat(launcher.process().waitFor(20, SECONDS)).isTrue();

            assertThat(launcher.output())
                    .startsWith("There is no option \"--bogus\", only --help.")
                    .contains(Help.TEXT);
            assertThat(launcher.process().exitValue()).isEqualTo(2);
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void wrong_settings_are_told_all_at_once_and_nothing_starts() throws Exception {
        try (StartedLauncher launcher = StartedLauncher.with(
                data,
                Map.of(
                        "MILLRACE_SMTP_TLS", "maybe",
                        "MILLRACE_HTTP_PRT", "80",
                        "MILLRACE_DATABASE_URL", "jdbc:postgresql://localhost/millrace",
                        "MILLRACE_DATABASE_USER", "app"))) {
            assertThat(launcher.process().waitFor(20, SECONDS)).isTrue();

            assertThat(launcher.output()).isEqualTo("""
                    MILLRACE_HTTP_PRT is no setting of Millrace; is MILLRACE_HTTP_PORT meant?
                    MILLRACE_SMTP_TLS must be one of offered, required, implicit, none, not "maybe".
                    MILLRACE_DATABASE_URL is set: please set also MILLRACE_DATABASE_PASSWORD,\
                     MILLRACE_DATABASE_OWNER_USER, MILLRACE_DATABASE_OWNER_PASSWORD, MILLRACE_MASTER_KEY.
                    """);
            assertThat(launcher.process().exitValue()).isEqualTo(1);
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void a_failed_start_ends_at_once_with_its_cause_and_leaves_the_database_as_it_was() throws Exception {
        TestDatabase database = TestDatabase.empty();
        Map<String, String> settings = Map.of(
                "MILLRACE_DATABASE_URL", database.url(),
                "MILLRACE_DATABASE_USER", TestDatabase.OWNER,
                "MILLRACE_DATABASE_PASSWORD", database.password(),
                "MILLRACE_DATABASE_OWNER_USER", TestDatabase.OWNER,
                "MILLRACE_DATABASE_OWNER_PASSWORD", database.password(),
                "MILLRACE_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        try (StartedLauncher launcher = StartedLauncher.with(data, settings)) {
            assertThat(launcher.process().waitFor(150, SECONDS))
                    .as("long before MILLRACE_START_TIMEOUT")
                    .isTrue();

            assertThat(launcher.output())
                    .contains("Millrace cannot start: MILLRACE_DATABASE_USER \"millrace_owner\" is the owner itself")
                    .doesNotContain("\tat ", "ready")
                    .endsWith("Stopped.\n");
            assertThat(launcher.process().exitValue()).isEqualTo(1);
            assertThat(database.texts("SELECT nspname FROM pg_namespace WHERE nspname = 'millrace'"))
                    .isEmpty();
        } finally {
            database.drop();
        }
    }

    private static void awaitGone(Set<ProcessHandle> everything) {
        await("every process is gone")
                .atMost(10, SECONDS)
                .until(() -> everything.stream().noneMatch(StartedLauncher::isRunning));
    }

    private static HttpResponse<Void> answer(StartedLauncher launcher, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + launcher.httpPort + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }

    private void sql(StartedLauncher launcher, String... statements) throws Exception {
        try (Connection connection = connect(launcher);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    private String stored(StartedLauncher launcher) throws Exception {
        try (Connection connection = connect(launcher);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT word FROM kept")) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect(StartedLauncher launcher) throws IOException, SQLException {
        String password = Secrets.of(new DataDirectory(data)).ownerPassword();
        String url = "jdbc:postgresql://127.0.0.1:" + launcher.databasePort + "/millrace";
        return DriverManager.getConnection(url, "millrace_owner", password);
    }
}
