package io.millrace.api.idempotency;

import io.millrace.idempotency.StillRunning;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets this node's requests with the same key in one by one; waiting here costs neither database nor processor. */
@ApplicationScoped
public class Turnstile {

    private final ConcurrentMap<Object, CountDownLatch> inside = new ConcurrentHashMap<>();

    /** An open turn; closing it lets the next one in. */
    @FunctionalInterface
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @param end as {@code System.nanoTime} counts
     * @throws StillRunning when the turn has not come by then
     */
    Turn enter(Object key, long end) {
        CountDownLatch mine = new CountDownLatch(1);
        CountDownLatch before = inside.putIfAbsent(key, mine);
        while (before != null) {
            if (!opens(before, end)) throw new StillRunning();
            before = inside.putIfAbsent(key, mine);
        }
        return () -> {
            inside.remove(key, mine);
            mine.countDown();
        };
    }

    private static boolean opens(CountDownLatch before, long end) {
        try {
            return before.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
