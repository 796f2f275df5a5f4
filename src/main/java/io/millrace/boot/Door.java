package io.millrace.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts the requests that are inside, lets no more in once it is shut, and sees who is still being sent away. */
@ApplicationScoped
public class Door {

    /** In this time whoever got the last answer would come again on the same connection. */
    private static final Duration QUIET = Duration.ofMillis(100);

    // Not the bean's own: the container's proxy would lock itself too, and keep that lock while somebody waits.
    private final Object lock = new Object();
    private int inside;
    private int outside;
    private long moves;
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
            moved();
        }
    }

    /** Somebody is answered outside: nobody waits for them before the end, and they are waited for then. */
    void knock() {
        synchronized (lock) {
            outside++;
            moved();
        }
    }

    void turnAround() {
        synchronized (lock) {
            outside--;
            moved();
        }
    }

    private void moved() {
        moves++;
        lock.notifyAll();
    }

    void shut() {
        synchronized (lock) {
            shut = true;
        }
    }

    boolean isShut() {
        synchronized (lock) {
            return shut;
        }
    }

    /** How many are there. */
    int inside() {
        synchronized (lock) {
            return inside;
        }
    }

    /** Comes back when all have left, or when interrupted. */
    void awaitEmpty() {
        try {
            synchronized (lock) {
                while (inside > 0) {
                    lock.wait();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Comes back when nobody is outside and nobody comes any more, when the time is over, or when interrupted. */
    void awaitQuiet(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        long seen = -1;
        try {
            synchronized (lock) {
                while ((outside > 0 || moves != seen) && System.nanoTime() < end) {
                    seen = moves;
                    lock.wait(QUIET.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
