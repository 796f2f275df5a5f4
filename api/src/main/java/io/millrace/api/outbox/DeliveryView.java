package io.millrace.api.outbox;

import io.millrace.outbox.Delivery;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether one subscriber has heard one event. */
record DeliveryView(
        UUID id,
        UUID eventId,
        String eventType,
        String subject,
        String subscriber,
        String kind,
        Delivery.State state,
        int attempts,
        @Nullable String lastError,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant settledAt) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.eventId(),
                delivery.eventType(),
                delivery.subject(),
                delivery.subscriber(),
                delivery.kind().toLowerCase(Locale.ROOT),
                delivery.state(),
                delivery.attempts(),
                delivery.lastError(),
                delivery.note(),
                delivery.createdAt(),
                delivery.settledAt());
    }
}
