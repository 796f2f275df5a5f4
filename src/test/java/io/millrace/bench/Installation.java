package io.millrace.bench;

import com.icegreen.greenmail.util.GreenMail;
import io.millrace.harness.TestDatabase;
import io.millrace.scenario.MillraceClient;
import io.millrace.scenario.MillraceClient.Answer;
import io.millrace.scenario.ServerProcess;
import io.millrace.scenario.TestServers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The product on a database and a mailbox of its own, with the two people that a small purchase needs. */
final class Installation implements AutoCloseable {

    private static final String PURCHASE = """
            {"type": "purchase", "title": "A chair", "amount": {"amount": 40000, "currency": "EUR"}}""";

    private final TestDatabase database = TestDatabase.empty();
    private final GreenMail mails = TestServers.mailServer();
    private final ServerProcess server;
    private final List<ServerProcess> others = new ArrayList<>();
    private String purchase = "";

    private Installation(String work, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(TestServers.settings(database, mails));
        settings.putAll(more);
        server = new ServerProcess(home(work), settings);
    }

    /** One node that only answers requests, and one that does the rest. */
    static Installation ofTwoNodes(String work) {
        Map<String, String> door =
                Map.of("millrace.relay.workers", "0", "millrace.jobs.workers", "0", "millrace.engine.workers", "0");
        Installation made = new Installation(work, door);
        made.server.start();
        made.addNode(work + "-second");
        return made;
    }

    /** @param name of its own, for its log */
    void addNode(String name) {
        Map<String, String> settings = new HashMap<>(TestServers.settings(database, mails));
        settings.remove("millrace.dashboard.password");
        ServerProcess node = new ServerProcess(home(name), settings);
        others.add(node);
        node.start();
    }

    static Installation stopped(String work) {
        return new Installation(work, Map.of());
    }

    static Installation started(String work) {
        Installation made = new Installation(work, Map.of());
        made.server.start();
        return made;
    }

    /** Where the servers of a work keep their logs. */
    static Path home(String work) {
        return Path.of(System.getProperty("millrace.war"))
                .resolveSibling("bench")
                .resolve(work);
    }

    ServerProcess server() {
        return server;
    }

    TestDatabase database() {
        return database;
    }

    Requester requester() {
        return new Requester(MillraceClient.at(server.uri()).signIn("acme", "ann"));
    }

    /** A model of acme's own, made from the platform's purchase. */
    void deploy(UnaryOperator<String> change) {
        MillraceClient ada = MillraceClient.at(server.uri()).signIn("acme", "ada");
        // Before the first change: afterwards it would be what was deployed here.
        if (purchase.isEmpty())
            purchase = ada.get("/processes/purchase-approval/bpmn").words();
        Answer answer =
                ada.postFile("/processes", "file", change.apply(purchase).getBytes(StandardCharsets.UTF_8));
        if (answer.status() / 100 != 2) throw new IllegalStateException("not deployed: " + answer.words());
    }

    /** The sum of a metric over all nodes. */
    long metric(String name, String tag) {
        return Stream.concat(Stream.of(server), others.stream())
                .flatMap(node -> node.page("metrics").lines())
                .filter(line -> line.startsWith(name + "{") && line.contains(tag))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    Runnable oneApproval() {
        Requester ann = requester();
        MillraceClient max = MillraceClient.at(server.uri()).signIn("acme", "max");
        return () -> {
            String decision = "/approvals/%s/gates/manager/decision".formatted(ann.ask());
            must("completed", max.put(decision, "{\"decision\": \"approve\"}"));
        };
    }

    /** Asks for something that one manager decides. */
    record Requester(MillraceClient client) {

        /** @return the new approval's id */
        String ask() {
            Answer answer = client.post("/approvals", PURCHASE);
            must("manager", answer);
            return answer.text("/id");
        }
    }

    private static void must(String state, Answer answer) {
        if (!answer.text("/state").equals(state)) throw new IllegalStateException("not " + state + ": " + answer);
    }

    /** Waits until every subscriber has heard what there is to hear, every mail is out and every step is done. */
    void awaitRest() {
        Awaitility.await("everything is delivered")
                .atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> database.texts("""
                                SELECT 1 FROM delivery_dispatch UNION ALL
                                SELECT 1 FROM camunda.act_ru_job WHERE handler_type_ = 'async-continuation' LIMIT 1""").isEmpty());
    }

    @Override
    public void close() {
        others.forEach(ServerProcess::stop);
        server.stop();
        mails.stop();
    }
}
