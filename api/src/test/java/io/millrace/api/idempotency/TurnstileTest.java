package io.millrace.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.idempotency.StillRunning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private final Turnstile turnstile = new Turnstile();

    @Test
    void one_at_a_time_and_everybody_in_the_end() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(CompletableFuture.runAsync(() -> {
                try (Turnstile.Turn turn = turnstile.enter("key", in(Duration.ofSeconds(30)))) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    inside.decrementAndGet();
                }
            }));
        }

        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();

        assertThat(most).hasValue(1);
    }

    @Test
    void whoever_waits_too_long_is_told_that_the_first_still_runs() {
        try (Turnstile.Turn turn = turnstile.enter("key", in(Duration.ZERO))) {
            assertThatThrownBy(() -> turnstile.enter("key", in(Duration.ofMillis(20))))
                    .isInstanceOf(StillRunning.class);
        }
    }

    @Test
    void other_keys_do_not_wait() {
        try (Turnstile.Turn turn = turnstile.enter("key", in(Duration.ZERO));
                Turnstile.Turn other = turnstile.enter("another", in(Duration.ZERO))) {
            assertThat(other).isNotSameAs(turn);
        }
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }
}
