package io.millrace.outbox;

import io.millrace.Json;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored fact, as subscribers receive it.
 *
 * @param data the fact's own fields as a JSON object
 * @param traceparent W3C trace context of the request that caused it, if there was one
 * @param causedBy the event that led to it, if one did
 * @param hops how many events led to it, one after the other; see {@link Cause}
 */
public record Event(
        UUID id,
        UUID tenantId,
        String type,
        String subject,
        Instant time,
        String data,
        @Nullable String traceparent,
        @Nullable UUID causedBy,
        int hops) {

    /** One that no other event led to. */
    public Event(
            UUID id,
            UUID tenantId,
            String type,
            String subject,
            Instant time,
            String data,
            @Nullable String traceparent) {
        this(id, tenantId, type, subject, time, data, traceparent, null, 0);
    }

    /** The fact as the record that published it. */
    public <E extends DomainEvent> E as(Class<E> fact) {
        return Json.read(data, fact);
    }
}
