package io.millrace.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class BellTest {

    private final Bell bell = new Bell();

    @Test
    void a_ring_while_nobody_sleeps_is_kept() throws InterruptedException {
        bell.ring();

        bell.await(Duration.ofHours(1));
    }

    @Test
    void several_rings_are_one() throws InterruptedException {
        bell.ring();
        bell.ring();
        bell.await(Duration.ofHours(1));

        long before = System.nanoTime();
        bell.await(Duration.ofMillis(50));

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(50_000_000);
    }

    @Test
    void a_ring_wakes_the_sleeper() throws Exception {
        CompletableFuture<Void> sleeper = CompletableFuture.runAsync(() -> {
            try {
                bell.await(Duration.ofHours(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        bell.ring();

        sleeper.get(5, SECONDS);
    }
}
