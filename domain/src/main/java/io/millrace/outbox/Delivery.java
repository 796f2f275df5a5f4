package io.millrace.outbox;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether one subscriber has heard one event, as operators see it.
 *
 * @param kind {@code INSIDE} or {@code EFFECT}
 * @param lastError why the last failed attempt failed; null when none did, or when it was made after all
 * @param note what there is to know about how it ended; null when it just did what it should
 */
public record Delivery(
        UUID id,
        UUID eventId,
        String eventType,
        String subject,
        String subscriber,
        String kind,
        State state,
        int attempts,
        @Nullable String lastError,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant settledAt) {

    /** How far it has come. */
    public enum State {
        OPEN,
        DONE,
        DEAD;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
