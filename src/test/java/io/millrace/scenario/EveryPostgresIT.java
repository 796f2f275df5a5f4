package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import io.millrace.harness.StoppableServer;
import io.millrace.harness.TestDatabase;
import io.millrace.scenario.MillraceClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The product on every PostgreSQL that it promises. One node answers and does nothing else; the other, which seldom looks
 * for work, does all the rest, so nothing moves soon unless it hears of it: at first, after the database was away, and after
 * that node has died.
 */
class EveryPostgresIT {

    private static final Path HOME =
            Path.of(System.getProperty("millrace.war", "millrace.war")).resolveSibling("every-postgres");
    private static final String TITLE = "On every database";
    private static final Outage OUTAGE = new Outage(Duration.ofSeconds(8), Duration.ofSeconds(2));
    private static final Duration DEAD = Duration.ofSeconds(3);
    private static final int MAIL_WORKERS = 16;

    /** The published binaries of each version, which only the long build fetches. */
    static List<Path> versions() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("millrace.postgres.versions")))) {
            return jars.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    @EnabledIfSystemProperty(named = "millrace.postgres.versions", matches = ".+")
    void a_request_finds_its_way_and_each_node_hears_of_the_others_work(Path binaries) {
        GreenMail mails = TestServers.mailServer();
        try (StoppableServer server = new StoppableServer(HOME.resolve("data"), binaries)) {
            server.start();
            TestDatabase database = TestDatabase.on(server);
            ServerProcess worker = new ServerProcess(HOME, with(database, mails, Map.of("relay.sweep", "PT20S")));
            ServerProcess counter = new ServerProcess(
                    HOME.resolve("counter"),
                    with(database, mails, Map.of("relay.workers", "0", "jobs.workers", "0", "engine.workers", "0")));
            try {
                worker.start();
                counter.start();
                goThrough(database, mails, counter);
                OUTAGE.happensTo(server, database, mails, List.of(counter, worker));
                oneDies(database, mails, counter, worker);
                System.out.println(database.texts("SELECT version()").get(0) + ": all well");
            } finally {
                counter.stop();
                worker.stop();
            }
        } finally {
            mails.stop();
        }
    }

    private static Map<String, String> with(TestDatabase database, GreenMail mails, Map<String, String> more) {
        Map<String, String> settings = TestServers.settings(database, mails);
        settings.remove("millrace.dashboard.password");
        settings.put("millrace.engine.lock", "PT15S"); // what a dead node held is taken over soon
        OUTAGE.addTo(settings);
        more.forEach((name, value) -> settings.put("millrace." + name, value));
        return settings;
    }

    private static void goThrough(TestDatabase database, GreenMail mails, ServerProcess counter) {
        assertThat(counter.health("neighbours").at("/data/heard").asBoolean()).isTrue();
        People acme = People.of(counter.uri(), "acme");
        Answer asked = acme.requester().post("/approvals", """
                        {"type": "purchase", "title": "%s", "amount": {"amount": 120000, "currency": "EUR"}}""".formatted(TITLE));
        assertThat(asked.status()).as("%s", asked).isEqualTo(201);
        awaitMails(mails, "max@acme.test");
        assertThat(decide(acme, asked, "manager")).isEqualTo("revenue_assurance");
        awaitMails(mails, "max@acme.test", "rita@acme.test");
        assertThat(decide(acme, asked, "revenue_assurance")).isEqualTo("completed");
        awaitMails(mails, "max@acme.test", "rita@acme.test", "ann@acme.test");

        Answer elsewhere = People.of(counter.uri(), "globex").requester().get("/approvals/" + asked.text("/id"));
        assertThat(elsewhere.status()).isEqualTo(404);
        nobodySeesARowWithoutATenant(database);
        Books books = new Books(database);
        books.awaitRest();
        books.mustBalance();
    }

    private static void oneDies(TestDatabase database, GreenMail mails, ServerProcess counter, ServerProcess worker) {
        Books books = new Books(database);
        People people = People.of(counter.uri(), "acme");
        try (Traffic traffic = new Traffic("A death", errand -> errand.step(people))) {
            traffic.awaitDone(5);
            worker.kill();
            int sending = database.texts("SELECT id FROM jobrunr.jobrunr_jobs WHERE state = 'PROCESSING'")
                    .size();
            traffic.mustGoOnFor(DEAD);
            worker.start();
            traffic.awaitDone(5);
            traffic.end();
            books.awaitRest();

            traffic.everyMailCame(mails, database, Math.min(sending, MAIL_WORKERS));
            books.mustBalance();
            traffic.mustBeAskedForOnce(database);
        }
    }

    private static String decide(People people, Answer asked, String gate) {
        return people.decider(gate)
                .put(
                        "/approvals/%s/gates/%s/decision".formatted(asked.text("/id"), gate),
                        "{\"decision\": \"approve\"}")
                .text("/state");
    }

    private static void awaitMails(GreenMail mails, String... recipients) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(Mailbox.recipientsOf(mails, TITLE)).containsExactlyInAnyOrder(recipients));
    }

    private static void nobodySeesARowWithoutATenant(TestDatabase database) {
        assertThat(database.count("approval")).isPositive();
        assertThatThrownBy(() -> {
                    try (Connection connection = database.application().getConnection();
                            Statement sql = connection.createStatement()) {
                        sql.executeQuery("SELECT * FROM approval");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("tenant");
    }
}
