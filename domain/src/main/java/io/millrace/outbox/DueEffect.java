package io.millrace.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An effect to hand to the job server.
 *
 * @param jobId the job it was handed over as before; null the first time
 */
public record DueEffect(
        UUID tenantId,
        UUID deliveryId,
        String subscriber,
        @Nullable UUID jobId) {}
