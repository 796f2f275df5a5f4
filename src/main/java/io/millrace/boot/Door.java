package io.millrace.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts the requests that are inside, and lets no more in once it is shut. */
@ApplicationScoped
public class Door {

    // Not the bean's own: the container's proxy would lock itself too, and keep that lock while somebody waits.
    private final Object lock = new Object();
    private int inside;
    private boolean shut;

    /** @return false when it is shut; then nobody leaves either */
    boolean enter() {
        synchronized (lock) {
            if (!shut) inside++;
            return !shut;
        }
    }

    void leave() {
        synchronized (lock) {
            inside--;
            lock.notifyAll();
        }
    }

    void shut() {
        synchronized (lock) {
            shut = true;
        }
    }

    /** @return how many are still inside when all have left, or when the time is over */
    int awaitEmpty(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (lock) {
            for (long left; inside > 0 && (left = end - System.nanoTime()) > 0; ) {
                lock.wait(Math.max(1, left / 1_000_000));
            }
            return inside;
        }
    }
}
