package io.millrace.jobs.outbox;

import java.util.UUID;
import org.jobrunr.jobs.lambdas.JobRequest;

/** The job of making one effect's delivery. */
public record DeliverEffect(UUID tenantId, UUID deliveryId) implements JobRequest {

    @Override
    public Class<DeliverEffectHandler> getJobRequestHandler() {
        return DeliverEffectHandler.class;
    }
}
