package io.millrace.harness;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Two transactions that meet: the first is held open until the second waits for a lock of it, and then commits. */
public final class Meeting {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Meeting() {}

    /**
     * @param first has to call what it is given, at the end of its transaction
     * @throws RuntimeException what either of them threw
     */
    public static void of(TestDatabase database, Consumer<Runnable> first, Runnable second) {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Void> ahead = CompletableFuture.runAsync(
                    () -> first.accept(() -> {
                        done.countDown();
                        pass(commit);
                    }),
                    two);
            await("the first one's end").atMost(PATIENCE).until(() -> done.getCount() == 0 || ahead.isDone());
            CompletableFuture<Void> behind = CompletableFuture.runAsync(second, two);
            await("the second one's waiting for the first")
                    .atMost(PATIENCE)
                    .until(() -> behind.isDone() || waits(database));
            boolean met = !behind.isDone();
            commit.countDown();
            ahead.join();
            behind.join();
            if (!met) throw new AssertionError("the second did not wait for the first");
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : e;
        } finally {
            commit.countDown();
            two.shutdown();
        }
    }

    private static boolean waits(TestDatabase database) {
        return !database.texts("SELECT mode FROM pg_locks JOIN pg_stat_activity USING (pid)"
                        + " WHERE NOT granted AND datname = current_database()")
                .isEmpty();
    }

    private static void pass(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) throw new AssertionError("nobody came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
