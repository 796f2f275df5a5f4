package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.millrace.harness.StoppableServer;
import io.millrace.harness.TestDatabase;
import io.millrace.scenario.MillraceClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL goes away while people work, and comes back. */
class OutageIT {

    private static final int MAIL_WORKERS = 16;

    /** How long it is away, and how long a request waits for a connection: shorter than that, and longer. */
    record Outage(Duration length, Duration patience) {

        /** Each keeps its server's log. */
        String name() {
            return length.toSeconds() + "-" + patience.toSeconds();
        }
    }

    static Stream<Outage> outages() {
        return Stream.of(System.getProperty("millrace.outages", "8/2").split(","))
                .map(outage -> outage.split("/"))
                .map(parts -> new Outage(
                        Duration.ofSeconds(Long.parseLong(parts[0])), Duration.ofSeconds(Long.parseLong(parts[1]))));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void whoever_asks_is_put_off_and_everything_goes_on_when_the_database_is_back(Outage outage) {
        Path home = Path.of(System.getProperty("millrace.war")).resolveSibling("outage-" + outage.name());
        GreenMail mails = TestServers.mailServer();
        try (StoppableServer server = new StoppableServer(home.resolve("data"))) {
            server.start();
            TestDatabase database = TestDatabase.on(server);
            Map<String, String> settings = TestServers.settings(database, mails);
            settings.remove("millrace.dashboard.password");
            settings.put(
                    "millrace.database.wait-millis",
                    String.valueOf(outage.patience().toMillis()));
            ServerProcess node = new ServerProcess(home, settings);
            try {
                node.start();
                goThrough(outage, server, database, mails, node);
            } finally {
                node.stop();
            }
        } finally {
            mails.stop();
        }
    }

    private void goThrough(
            Outage outage, StoppableServer server, TestDatabase database, GreenMail mails, ServerProcess node) {
        Books books = new Books(database);
        Company company = Company.founded(node.uri(), database);
        MillraceClient ada = company.signIn("ada");
        byte[] asJobs = ModelFiles.withRoutingAsAJob(
                ada.get("/processes/purchase-approval/bpmn").words());
        assertThat(ada.postFile("/processes", "file", asJobs).status()).isEqualTo(201);
        MillraceClient ann = company.signIn("ann");
        books.awaitRest();
        Mailbox.takenFrom(mails);

        People people = People.of(node.uri(), "acme");
        try (Traffic traffic = new Traffic("An outage", errand -> errand.step(people))) {
            traffic.awaitDone(5);
            server.stop();
            whoeverAsksIsPutOff(node.uri(), ann);
            traffic.mustGoOnFor(outage.length());
            server.start();
            everythingWorks(node.uri(), ann, mails, System.nanoTime());
            traffic.awaitDone(5);
            traffic.end();
            books.awaitRest();

            int repeated = traffic.everyMailCame(mails, database, MAIL_WORKERS);
            books.mustBalance();
            traffic.mustBeAskedForOnce(database);
            System.out.printf(
                    "outage of %s, connections waited for %s: %d requests, %d calls put off or cut off, %d mails twice%n",
                    outage.length(), outage.patience(), traffic.errands(), traffic.putOff(), repeated);
        }
    }

    private static void whoeverAsksIsPutOff(URI node, MillraceClient ann) {
        Answer refused = ann.get("/approvals");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("unavailable");
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(status(node, "health/live")).isEqualTo(200);
        assertThat(status(node, "health/ready")).isEqualTo(503);
    }

    /** Requests, the engine's executor, the relay, the job server, the listener: a request needs all but the last. */
    private static void everythingWorks(URI node, MillraceClient ann, GreenMail mails, long back) {
        Answer request = await("requests", back, () -> {
            Answer answer = ann.post("/approvals", """
                    {"type": "purchase", "title": "After the outage", "amount": {"amount": 40000, "currency": "EUR"}}""");
            return answer.status() == 201 ? answer : null;
        });
        String approval = "/approvals/" + request.text("/id");
        await("engine", back, () -> ann.get(approval).text("/state").equals("manager") ? approval : null);
        await(
                "mails",
                back,
                () -> Mailbox.recipientsOf(mails, "After the outage").isEmpty() ? null : approval);
        await("health", back, () -> status(node, "health/ready") == 200 ? approval : null);
    }

    private static <T> T await(String what, long since, Supplier<T> found) {
        T result = Awaitility.await(what + " after the outage")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(found::get, value -> value != null);
        System.out.printf("%s again after %.1f s%n", what, (System.nanoTime() - since) / 1e9);
        return result;
    }

    private static int status(URI node, String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(node.resolve(path))
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
