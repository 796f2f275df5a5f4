package io.millrace.launcher;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The moment by which something must be over. */
record Deadline(long nanos) {

    private static final long POLL = Duration.ofMillis(50).toNanos();

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean passed() {
        return left().isZero();
    }

    /** Whether it became true in time. */
    boolean await(BooleanSupplier fact) {
        while (!fact.getAsBoolean()) {
            if (passed()) return false;
            LockSupport.parkNanos(POLL);
        }
        return true;
    }
}
