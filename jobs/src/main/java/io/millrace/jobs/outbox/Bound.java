package io.millrace.jobs.outbox;

import io.millrace.outbox.Cause;
import io.millrace.outbox.ClaimedDelivery;
import io.millrace.outbox.Trace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Ties a thread to the delivery that it makes, from before its transaction begins until after it has ended and
 * its outcome is noted: trace, cause and log context; the tenant is bound already.
 */
final class Bound implements AutoCloseable {

    private static final String LOG_KEY = "event";

    private final @Nullable String outerTrace = Trace.current();
    private final @Nullable Cause outerCause = Cause.current();
    private @Nullable ClaimedDelivery mine;

    void to(ClaimedDelivery delivery) {
        mine = delivery;
        Trace.set(delivery.event().traceparent());
        Cause.set(Cause.of(delivery.event()));
        MDC.put(LOG_KEY, delivery.event().id().toString());
    }

    /** Empty while none is claimed. */
    Optional<ClaimedDelivery> delivery() {
        return Optional.ofNullable(mine);
    }

    @Override
    public void close() {
        Trace.set(outerTrace);
        Cause.set(outerCause);
        MDC.remove(LOG_KEY);
    }
}
