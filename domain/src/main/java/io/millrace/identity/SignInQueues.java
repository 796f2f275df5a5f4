package io.millrace.identity;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets few sign-ins of one account be under way at once on this node. Each counts as failed until its password was
 * found right, so a program that signs in with many threads would use up the limit with right ones. Accounts share
 * a handful of queues; that two meet in one costs them a moment.
 */
final class SignInQueues {

    private static final int QUEUES = 64;
    /** Of {@link SignInAttempts#PER_ACCOUNT}; other nodes let in as many, and some may really have failed. */
    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore[] queues = IntStream.range(0, QUEUES)
            .mapToObj(n -> new Semaphore(AT_ONCE, true))
            .toArray(Semaphore[]::new);

    /** @throws TooManyAttempts when so many are before it that its turn does not come in time */
    <T> T call(String account, Supplier<T> attempt) {
        Semaphore queue = queues[Math.floorMod(account.hashCode(), QUEUES)];
        if (!turnComes(queue)) throw new TooManyAttempts(PATIENCE);
        try {
            return attempt.get();
        } finally {
            queue.release();
        }
    }

    private static boolean turnComes(Semaphore queue) {
        try {
            return queue.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
