package io.millrace.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Door door = new Door();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void over() {
        threads.shutdownNow();
    }

    @Test
    void whoever_is_inside_is_waited_for_and_nobody_else_comes_in() throws Exception {
        assertThat(door.enter()).isTrue();

        door.shut();
        CompletableFuture<Void> empty = CompletableFuture.runAsync(door::awaitEmpty, threads);

        assertThat(door.enter()).isFalse();
        assertThat(empty).isNotDone();
        door.leave();
        empty.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoever_is_answered_outside_is_not_waited_for_among_those_inside() {
        door.knock();

        door.shut();
        door.awaitEmpty();

        assertThat(door.inside()).isZero();
    }

    @Test
    void whoever_is_answered_outside_is_waited_for_at_last() throws Exception {
        door.knock();
        door.shut();

        CompletableFuture<Void> quiet = CompletableFuture.runAsync(() -> door.awaitQuiet(LONG), threads);

        assertThat(quiet).isNotDone();
        door.turnAround();
        quiet.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoever_stays_outside_is_not_waited_for_longer_than_said() {
        door.knock();

        door.awaitQuiet(Duration.ofMillis(10));

        assertThat(door.inside()).isZero();
    }
}
