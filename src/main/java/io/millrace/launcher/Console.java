package io.millrace.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** What the person at the terminal sees: one line per step with the time since the start, then the table. */
final class Console {

    private static final double SECOND = 1_000_000_000.0;

    private final PrintStream out;
    private final long begin = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    void step(String what) {
        out.printf(Locale.ROOT, "%7.1f s  %s%n", (System.nanoTime() - begin) / SECOND, what);
        out.flush();
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }
}
