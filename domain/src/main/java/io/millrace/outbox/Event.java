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
 */
public record Event(
        UUID id,
        UUID tenantId,
        String type,
        String subject,
        Instant time,
        String data,
        @Nullable String traceparent) {

    /** The fact as the record that published it. */
    public <E extends DomainEvent> E as(Class<E> fact) {
        return Json.read(data, fact);
    }
}
