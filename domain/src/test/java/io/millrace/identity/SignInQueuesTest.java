package io.millrace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInQueuesTest {

    private final SignInQueues queues = new SignInQueues();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void over() {
        end.countDown();
        threads.shutdown();
    }

    @Test
    void never_more_than_two_of_one_account_are_looked_at_at_once() {
        List<CompletableFuture<Void>> all = attempts(SignInQueues.OF_AN_ACCOUNT, n -> at("ann", "here"));
        await().until(() -> inside.get() == SignInQueues.AT_ONCE);

        end.countDown();

        assertThat(all).allSatisfy(CompletableFuture::join);
        assertThat(most).hasValue(SignInQueues.AT_ONCE);
    }

    @Test
    void never_more_than_eight_of_all_are_looked_at_at_once() {
        List<CompletableFuture<Void>> all = attempts(SignInQueues.ALTOGETHER, n -> at("somebody-" + n, "client-" + n));
        await().until(() -> inside.get() == SignInQueues.AT_ONCE_HERE);

        end.countDown();

        assertThat(all).allSatisfy(CompletableFuture::join);
        assertThat(most).hasValue(SignInQueues.AT_ONCE_HERE);
    }

    @Test
    void others_do_not_wait_for_those_of_one_account() {
        attempts(SignInQueues.OF_AN_ACCOUNT, n -> at("ann", "here"));
        await().until(() -> inside.get() == SignInQueues.AT_ONCE);

        letIn(at("max", "here"));
    }

    @Test
    void of_one_account_few_wait_and_the_next_is_refused_at_once() {
        fill(SignInQueues.OF_AN_ACCOUNT, n -> at("ann", "here"));

        refuses(at("ann", "here"));
        queues.join(at("max", "here")).close();
    }

    @Test
    void a_client_with_many_accounts_leaves_the_node_to_others() {
        fill(SignInQueues.OF_A_CLIENT, n -> at("somebody-" + n, "here"));
        fill(SignInQueues.OF_A_CLIENT, n -> at("somebody-" + n, "there"));

        refuses(at("ann", "here"));
        queues.join(at("ann", "elsewhere")).close();
    }

    @Test
    void however_many_clients_there_are_few_are_here_altogether() {
        fill(SignInQueues.ALTOGETHER, n -> at("ann", "client-" + n));

        refuses(at("max", "elsewhere"));
    }

    @Test
    void nobody_is_remembered_when_all_have_left() {
        List<CompletableFuture<Void>> all = fill(SignInQueues.ALTOGETHER, n -> at("ann-" + n % 30, "client-" + n % 7));
        refuses(at("max", "elsewhere"));

        end.countDown();
        all.forEach(CompletableFuture::join);

        assertThat(queues.length()).isZero();
        assertThat(queues.known()).isZero();
    }

    private void refuses(SignInAttempt attempt) {
        assertThatThrownBy(() -> queues.join(attempt))
                .isInstanceOf(TooManyAttempts.class)
                .hasMessageContaining("at once");
    }

    private List<CompletableFuture<Void>> fill(int count, IntFunction<SignInAttempt> who) {
        int before = queues.length();
        List<CompletableFuture<Void>> all = attempts(count, who);
        await().until(() -> queues.length() == before + count);
        return all;
    }

    private List<CompletableFuture<Void>> attempts(int count, IntFunction<SignInAttempt> who) {
        return IntStream.range(0, count)
                .mapToObj(n -> CompletableFuture.runAsync(() -> look(who.apply(n)), threads))
                .toList();
    }

    private void letIn(SignInAttempt attempt) {
        try (SignInQueues.Place place = queues.join(attempt)) {
            place.awaitTurn();
        }
    }

    private void look(SignInAttempt attempt) {
        try (SignInQueues.Place place = queues.join(attempt)) {
            place.awaitTurn();
            int now = inside.incrementAndGet();
            most.accumulateAndGet(now, Math::max);
            end.await();
            inside.decrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SignInAttempt at(String account, String client) {
        return SignInAttempt.of("acme", account, client);
    }
}
