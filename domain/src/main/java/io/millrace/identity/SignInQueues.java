package io.millrace.identity;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets few sign-ins of one client at one account be under way at once on this node. Each counts as failed until its
 * password was found right, so a program that signs in with many threads would use up the limit with right ones.
 */
final class SignInQueues {

    /** Of {@link SignInAttempts#PER_ACCOUNT}; other nodes let in as many, and some may really have failed. */
    static final int AT_ONCE = 2;

    /** Each of them holds a thread of the server. */
    static final int LONGEST = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Map<String, Queue> queues = new ConcurrentHashMap<>();

    private static final class Queue {
        final Semaphore turns = new Semaphore(AT_ONCE, true);
        final AtomicInteger length = new AtomicInteger();
    }

    /** @throws TooManyAttempts when many are before it, or its turn does not come in time */
    <T> T call(String account, Supplier<T> attempt) {
        Queue queue = queues.compute(account, (key, present) -> joined(present));
        try {
            if (!turnComes(queue)) throw TooManyAttempts.atOnce(COME_BACK);
            try {
                return attempt.get();
            } finally {
                queue.turns.release();
            }
        } finally {
            queues.computeIfPresent(account, (key, present) -> present.length.decrementAndGet() == 0 ? null : present);
        }
    }

    /** How many of the account are here now. */
    int length(String account) {
        Queue queue = queues.get(account);
        return queue == null ? 0 : queue.length.get();
    }

    private static Queue joined(@Nullable Queue present) {
        Queue queue = present == null ? new Queue() : present;
        if (queue.length.get() >= LONGEST) throw TooManyAttempts.atOnce(COME_BACK);
        queue.length.incrementAndGet();
        return queue;
    }

    private static boolean turnComes(Queue queue) {
        try {
            return queue.turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
