package io.millrace.boot;

import jakarta.enterprise.context.ApplicationScoped;

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
}
