package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.scenario.MillraceClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node that is told to stop while people work. */
class PoliteStopIT {

    @RegisterExtension
    static final OwnServer here = new OwnServer();

    /** After whoever packs, two steps in jobs. */
    private static final String PACKING = Orders.model("pack-order", """
            <startEvent id="start"><messageEventDefinition messageRef="requested"/></startEvent>
            <sequenceFlow id="f1" sourceRef="start" targetRef="pack"/>
            <userTask id="pack" name="Pack" camunda:candidateGroups="manager"/>
            <sequenceFlow id="f2" sourceRef="pack" targetRef="notePacked"/>
            %s
            <sequenceFlow id="f3" sourceRef="notePacked" targetRef="noteShipped"/>
            %s
            <sequenceFlow id="f4" sourceRef="noteShipped" targetRef="end"/>
            <endEvent id="end"/>
            """.formatted(
                    Orders.stating("notePacked", "order.packed"), Orders.stating("noteShipped", "order.shipped")));

    private final String series = "Polite stop " + System.nanoTime();
    private final AtomicInteger number = new AtomicInteger();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    private boolean isUpAgain;

    @AfterEach
    void start_again() {
        here.mailServer().isWell();
        if (isUpAgain) return;
        here.process().stop(); // in case a test failed before it did
        here.process().start();
    }

    @Test
    void whoever_is_inside_is_answered_and_whoever_comes_is_sent_away_in_words() {
        People people = here.people("acme");
        try (Crowd crowd = new Crowd()) {
            CompletableFuture<Void> work = crowd.all(() -> ask(people.requester()));
            await().atMost(Duration.ofSeconds(90)).until(() -> answers.size() > 40);

            here.process().stop();
            work.join();
        }

        assertThat(answers).extracting(Answer::status).containsOnly(201, 503);
        assertThat(answers).filteredOn(was(503)).allSatisfy(answer -> {
            assertThat(answer.code()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        });
        assertThat(here.database().texts("SELECT id FROM approval WHERE title LIKE '" + series + "%'"))
                .hasSize((int) answers.stream().filter(was(201)).count());
        assertThat(here.process().log())
                .content()
                .contains("what was under way has come to its end")
                .doesNotContain("exc_custom_validation");
        assertThat(saidWhileStopping())
                .as("the log of the stop")
                .doesNotContain("Servlet.service() for servlet", "Exception Processing ErrorPage", "Locally closed");
    }

    @Test
    void how_the_node_is_may_be_asked_until_the_end() throws Exception {
        URI node = here.process().uri();
        CompletableFuture<Void> stop;
        try (Socket slow = new Socket(node.getHost(), node.getPort())) {
            slow.setSoTimeout(30_000);
            send(
                    slow,
                    "POST /api/v1/auth/tokens HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{");
            stop = stopWhenItIsInside(node);

            assertThat(RawRequest.get(node, "/health/live").status()).isEqualTo(200);
            assertThat(RawRequest.get(node, "/health/started").status()).isEqualTo(200);
            assertThat(RawRequest.get(node, "/metrics").body()).contains("millrace_");
            for (String question : List.of("/health/ready", "/health")) {
                RawRequest.Answer answer = RawRequest.get(node, question);
                assertThat(answer.status()).as(question).isEqualTo(503);
                assertThat(answer.body()).as(question).contains("{\"name\":\"door\",\"status\":\"DOWN\"");
            }

            send(slow, "}");
            assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 422");
        }
        stop.join();
    }

    @Test
    void what_it_holds_comes_to_its_end_once_and_nothing_new_is_begun() {
        Books books = new Books(here.database());
        Company company = Company.founded(here.process().uri(), here.database());
        Answer drawn = company.signIn("ada").postFile("/processes", "file", ModelFiles.bytes(PACKING));
        assertThat(drawn.status()).as("%s", drawn).isEqualTo(201);
        MillraceClient max = company.signIn("max");
        People acme = here.people("acme");
        String packed = askFor(company.signIn("ann"), "packed");
        String decided = askFor(acme.requester(), "decided");
        String task = taskToPack(max, packed);
        books.awaitRest();

        CompletableFuture<Answer> completion;
        CompletableFuture<Answer> decision;
        CompletableFuture<Void> stop;
        try (HeldSubjects held = new HeldSubjects(here.database(), packed, decided)) {
            completion = CompletableFuture.supplyAsync(
                    () -> max.post("/tasks/" + task + "/completion", "{\"variables\": {}}"));
            decision = CompletableFuture.supplyAsync(() -> acme.decider("manager")
                    .put("/approvals/" + decided + "/gates/manager/decision", "{\"decision\": \"approve\"}"));
            held.awaitWaiting(2); // a step of the process, and a request
            aMailIsBeingSent(acme.requester());

            stop = CompletableFuture.runAsync(here.process()::stop);
            await().until(() ->
                    RawRequest.get(here.process().uri(), "/api/v1/me").status() == 503);
            assertThat(decision).isNotDone();
        }
        stop.join();

        assertThat(here.process().log()).content().contains("what was under way has come to its end");
        assertThat(completion.join().status()).isLessThan(300);
        assertThat(decision.join().text("/state")).isEqualTo("completed");
        assertThat(recipientsOf("sent")).containsExactly("max@acme.test");
        assertThat(statedAbout(packed)).containsExactly("order.packed");
        assertThat(recipientsOf("decided")).as("nobody was told any more").containsExactly("max@acme.test");

        here.mailServer().isWell();
        here.process().start();
        await().until(() -> statedAbout(packed).size() > 1);
        books.awaitRest();
        assertThat(statedAbout(packed)).containsExactly("order.packed", "order.shipped");
        assertThat(recipientsOf("sent")).containsExactly("max@acme.test");
        assertThat(recipientsOf("decided")).containsExactlyInAnyOrder("max@acme.test", "ann@acme.test");
        books.mustBalance();
        isUpAgain = true;
    }

    private String askFor(MillraceClient requester, String what) {
        Answer asked = requester.post("/approvals", """
                {"type": "purchase", "title": "%s, %s", "amount": {"amount": 2500, "currency": "EUR"}}""".formatted(series, what));
        assertThat(asked.status()).as("%s", asked).isEqualTo(201);
        return asked.text("/id");
    }

    private static String taskToPack(MillraceClient max, String subject) {
        return await().until(
                        () -> {
                            for (JsonNode task :
                                    max.get("/tasks?subject=" + subject).body().at("/items")) {
                                if (task.at("/name").asText().equals("Pack"))
                                    return task.at("/id").asText();
                            }
                            return "";
                        },
                        id -> !id.isEmpty());
    }

    /** Its server takes seconds for it, and does take it. */
    private void aMailIsBeingSent(MillraceClient requester) {
        here.mailServer().isSlow(Duration.ofMillis(300));
        int visits = here.mailServer().visits();
        askFor(requester, "sent");
        await().until(() -> here.mailServer().visits() > visits);
    }

    private List<String> recipientsOf(String what) {
        return Mailbox.recipientsOf(here.mails(), series + ", " + what);
    }

    private static List<String> statedAbout(String subject) {
        return here.database()
                .texts("SELECT type FROM event WHERE type LIKE 'order.%' AND subject = '" + subject + "' ORDER BY seq");
    }

    /** Its first byte is there before any later request of another connection: the server reads in turn. */
    private static CompletableFuture<Void> stopWhenItIsInside(URI node) {
        assertThat(RawRequest.get(node, "/health/ready").status()).isEqualTo(200);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(here.process()::stop);
        await().until(() -> RawRequest.get(node, "/api/v1/me").status() == 503);
        return stop;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String saidWhileStopping() {
        try {
            String log = Files.readString(here.process().log());
            return log.substring(log.indexOf("told to stop"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Predicate<Answer> was(int status) {
        return answer -> answer.status() == status;
    }

    /** Again and again, until nobody is there any more. */
    private void ask(MillraceClient requester) {
        try {
            while (true) {
                answers.add(requester.post("/approvals", """
                        {"type": "purchase", "title": "%s-%d", "amount": {"amount": 2500, "currency": "EUR"}}""".formatted(series, number.incrementAndGet())));
            }
        } catch (UncheckedIOException nobodyThere) {
            assertThat(here.process().isAlive() && answers.stream().noneMatch(was(503)))
                    .as("away before it said so: %s", nobodyThere)
                    .isFalse();
        }
    }
}
