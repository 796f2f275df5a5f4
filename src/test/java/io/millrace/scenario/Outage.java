package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.millrace.harness.StoppableServer;
import io.millrace.harness.TestDatabase;
import io.millrace.scenario.MillraceClient.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * PostgreSQL goes away while people work, and comes back.
 *
 * @param patience how long a request waits for a connection: shorter than that, or longer
 */
record Outage(Duration length, Duration patience) {

    private static final Duration WORKS_AGAIN = Duration.ofSeconds(5);
    private static final int MAIL_WORKERS = 16;
    private static final String AFTER = "After the outage";

    /** What the nodes that go through it must be told. */
    void addTo(Map<String, String> settings) {
        settings.put("millrace.database.wait-millis", String.valueOf(patience.toMillis()));
    }

    /** @param nodes the first one is asked */
    void happensTo(StoppableServer server, TestDatabase database, GreenMail mails, List<ServerProcess> nodes) {
        Books books = new Books(database);
        URI node = nodes.get(0).uri();
        Company company = Company.founded(node, database);
        MillraceClient ada = company.signIn("ada");
        byte[] asJobs = ModelFiles.withRoutingAsAJob(
                ada.get("/processes/purchase-approval/bpmn").words());
        assertThat(ada.postFile("/processes", "file", asJobs).status()).isEqualTo(201);
        Appointments meanwhile = Appointments.madeBy(ada, database, 1);
        MillraceClient ann = company.signIn("ann");
        books.awaitRest();
        Mailbox.takenFrom(mails);

        People people = People.of(node, "acme");
        try (Traffic traffic = new Traffic("An outage", errand -> errand.step(people))) {
            traffic.awaitDone(5);
            meanwhile.comeDue(length.multipliedBy(3).dividedBy(4), Duration.ZERO);
            server.stop();
            whoeverAsksIsPutOff(node, ann);
            nobodyIsHeard(nodes);
            traffic.mustGoOnFor(length);
            server.start();
            String recovery = everythingWorksAgain(ann, database, mails, nodes, meanwhile);
            traffic.awaitDone(5);
            traffic.end();
            books.awaitRest();

            int repeated = traffic.everyMailCame(mails, database, MAIL_WORKERS * nodes.size());
            books.mustBalance();
            traffic.mustBeAskedForOnce(database);
            meanwhile.mustBeServedOnce();
            System.out.printf(
                    "outage of %s, connections waited for %s: %d requests, %d calls put off or cut off, %d mails twice;"
                            + " again after: %s%n",
                    length, patience, traffic.errands(), traffic.putOff(), repeated, recovery);
        }
    }

    private static void whoeverAsksIsPutOff(URI node, MillraceClient ann) {
        Answer refused = ann.get("/approvals");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("unavailable");
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(status(node, "/health/live")).isEqualTo(200);
        assertThat(status(node, "/health/ready")).isEqualTo(503);
    }

    private static void nobodyIsHeard(List<ServerProcess> nodes) {
        Awaitility.await("it is seen that nobody is heard")
                .until(() -> nodes.stream().noneMatch(Outage::hears));
    }

    private static boolean hears(ServerProcess node) {
        return node.health("neighbours").at("/data/heard").asBoolean();
    }

    /** The engine's executor in an asynchronous step; the relay and the job server in a mail. */
    private static String everythingWorksAgain(
            MillraceClient ann,
            TestDatabase database,
            GreenMail mails,
            List<ServerProcess> nodes,
            Appointments meanwhile) {
        try (Recovery recovery = new Recovery()) {
            recovery.of(
                    "requests",
                    () -> ann.post("/approvals", """
                            {"type": "purchase", "title": "%s", "amount": {"amount": 40000, "currency": "EUR"}}""".formatted(AFTER)).status() == 201);
            recovery.of(
                    "engine",
                    () -> !database.texts("SELECT 1 FROM approval WHERE title = '" + AFTER + "' AND state = 'MANAGER'")
                            .isEmpty());
            recovery.of("mails", () -> !Mailbox.recipientsOf(mails, AFTER).isEmpty());
            recovery.of("schedules", meanwhile::areServed);
            recovery.of("listener", () -> nodes.stream().allMatch(Outage::hears));
            recovery.of("health", () -> nodes.stream().allMatch(node -> status(node.uri(), "/health/ready") == 200));
            return recovery.mustBeWithin(WORKS_AGAIN);
        }
    }

    private static int status(URI node, String path) {
        return RawRequest.get(node, path).status();
    }
}
