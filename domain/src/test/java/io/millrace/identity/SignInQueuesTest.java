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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInQueuesTest {

    private final SignInQueues queues = new SignInQueues();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();

    @AfterEach
    void over() {
        end.countDown();
        threads.shutdown();
    }

    @Test
    void never_more_than_two_of_one_account_are_looked_at_at_once() {
        List<CompletableFuture<String>> all = attempts("ann", SignInQueues.LONGEST);
        await().until(() -> inside.get() == SignInQueues.AT_ONCE);

        end.countDown();

        assertThat(all).allSatisfy(attempt -> assertThat(attempt.join()).isEqualTo("in"));
    }

    @Test
    void others_do_not_wait_for_them() {
        attempts("ann", SignInQueues.LONGEST);
        await().until(() -> inside.get() == SignInQueues.AT_ONCE);

        assertThat(queues.call("max", () -> "in")).isEqualTo("in");
    }

    @Test
    void a_queue_does_not_grow_without_end_and_is_gone_when_it_is_empty() {
        List<CompletableFuture<String>> all = attempts("ann", SignInQueues.LONGEST);
        await().until(() -> refuses("ann"));
        assertThatThrownBy(() -> queues.call("ann", () -> "in"))
                .isInstanceOf(TooManyAttempts.class)
                .hasMessageContaining("at once");

        end.countDown();
        all.forEach(CompletableFuture::join);

        assertThat(queues.call("ann", () -> "in")).isEqualTo("in");
    }

    private boolean refuses(String account) {
        return queues.length(account) == SignInQueues.LONGEST;
    }

    private List<CompletableFuture<String>> attempts(String account, int count) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> queues.call(account, this::look), threads))
                .limit(count)
                .toList();
    }

    private String look() {
        assertThat(inside.incrementAndGet()).isLessThanOrEqualTo(SignInQueues.AT_ONCE);
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inside.decrementAndGet();
        return "in";
    }
}
