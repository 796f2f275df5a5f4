package io.millrace.jobs.outbox;

import io.millrace.outbox.Event;
import io.millrace.outbox.Trace;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Ties a thread to the event that it works for: trace and log context; the tenant is bound already. */
final class Bound implements AutoCloseable {

    private final @Nullable String outerTrace = Trace.current();

    private Bound(Event event) {
        Trace.set(event.traceparent());
        MDC.put("event", event.id().toString());
    }

    static Bound to(Event event) {
        return new Bound(event);
    }

    @Override
    public void close() {
        Trace.set(outerTrace);
        MDC.remove("event");
    }
}
