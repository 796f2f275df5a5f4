package io.millrace.launcher;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Notices the death of the process that started the launcher, as Maven does for the demo. */
final class ParentWatch {

    private static final long EVERY = Duration.ofMillis(300).toNanos();

    private ParentWatch() {}

    /** Compares who our parent is: a dead parent that nobody has buried still looks alive by its number. */
    static void start(Runnable orphaned) {
        long parent = parent();
        Thread watch = new Thread(
                () -> {
                    while (parent() == parent) LockSupport.parkNanos(EVERY);
                    orphaned.run();
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }
}
