package io.millrace.outbox;

import org.jspecify.annotations.Nullable;

/** Carries the W3C trace context of the work at hand from thread to outbox to job. */
public final class Trace {

    private static final ThreadLocal<@Nullable String> TRACEPARENT = new ThreadLocal<>();

    private Trace() {}

    public static @Nullable String current() {
        return TRACEPARENT.get();
    }

    public static void set(@Nullable String traceparent) {
        if (traceparent == null) TRACEPARENT.remove();
        else TRACEPARENT.set(traceparent);
    }
}
