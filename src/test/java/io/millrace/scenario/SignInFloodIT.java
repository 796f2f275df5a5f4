package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.scenario.MillraceClient.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One client that guesses at many accounts at once. */
class SignInFloodIT {

    private static final int CALLS = 60;
    private static final int ACCOUNTS = 30;

    @RegisterExtension
    static final OwnServer here = new OwnServer();

    private final ExecutorService threads = Executors.newFixedThreadPool(CALLS);

    @AfterEach
    void forget_the_guesses() {
        threads.shutdownNow();
        here.database().run("DELETE FROM sign_in_attempt");
    }

    @Test
    void most_are_told_at_once_to_come_back_and_nobody_else_is_held_up() {
        MillraceClient ann = here.people("acme").requester();
        CyclicBarrier start = new CyclicBarrier(CALLS);

        List<CompletableFuture<Answer>> guesses = IntStream.range(0, CALLS)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> guess(start, n % ACCOUNTS), threads))
                .toList();
        CompletableFuture.anyOf(guesses.toArray(CompletableFuture[]::new)).join();
        Answer meanwhile = ann.get("/me");
        List<Answer> answers = guesses.stream().map(CompletableFuture::join).toList();

        assertThat(meanwhile.status()).isEqualTo(200);
        assertThat(answers).extracting(Answer::status).containsOnly(401, 429);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.code()).isEqualTo("too_many_attempts");
                    assertThat(answer.header("Retry-After"))
                            .as("not one of them is at its limit")
                            .isEqualTo("5");
                });
    }

    @Test
    void whoever_has_guessed_too_often_is_told_by_tasklist_too_when_to_come_back() {
        TasklistClient nobody = TasklistClient.visiting(here.process().uri());
        TasklistClient.Reply reply = nobody.submitSignIn("ACME/guessed@acme.test");
        for (int more = 0; more < 10; more++) reply = nobody.submitSignIn("acme/guessed@acme.test");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.retryAfter())).isBetween(1, 15 * 60);
    }

    private static Answer guess(CyclicBarrier start, int account) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return MillraceClient.at(here.process().uri()).tokens("acme", "nobody" + account + "@acme.test", "wrong");
    }
}
