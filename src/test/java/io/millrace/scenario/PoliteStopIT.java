package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

    private final String series = "Polite stop " + System.nanoTime();
    private final AtomicInteger number = new AtomicInteger();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    @AfterEach
    void start_again() {
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
