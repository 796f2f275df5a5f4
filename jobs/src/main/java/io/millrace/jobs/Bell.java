package io.millrace.jobs;

import java.time.Duration;

/** Wakes one sleeping thread. A ring while it is awake is kept, any number of them as one, so none is lost. */
public final class Bell {

    private boolean rung;

    public synchronized void ring() {
        rung = true;
        notifyAll();
    }

    /** Returns at the next ring, at once if there was one since the last time, or when {@code most} is over. */
    public synchronized void await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        long left = most.toNanos();
        while (!rung && left > 0) {
            // rounded up: a wait of 0 would be for ever
            wait(left / 1_000_000 + 1);
            left = end - System.nanoTime();
        }
        rung = false;
    }
}
