package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.scenario.MillraceClient.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node that is told to stop while people work. */
class PoliteStopIT {

    @RegisterExtension
    static final OwnServer here = new OwnServer();

    private final String series = "Polite stop " + System.nanoTime();
    private final AtomicInteger number = new AtomicInteger();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    @AfterAll
    static void start_again() {
        here.process().start();
    }

    @Test
    void whoever_is_inside_is_answered_and_whoever_comes_is_sent_away_in_words() {
        People people = here.people("acme");
        try (Crowd crowd = new Crowd()) {
            CompletableFuture<Void> work = crowd.all(() -> ask(people.requester()));
            await().atMost(Duration.ofSeconds(30)).until(() -> answers.size() > 100);

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
        assertThat(here.process().log()).content().contains("what was under way has come to its end");
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
