package io.millrace.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's deliveries come to that are not made yet.
 *
 * @param open on their way, those that wait for their turn or their next attempt included
 * @param dead given up; they and what is behind them wait for an operator
 * @param oldestDueAt of the open ones; null when there are none
 */
public record Backlog(
        UUID tenantId,
        String tenant,
        long open,
        long dead,
        @Nullable Instant oldestDueAt) {}
