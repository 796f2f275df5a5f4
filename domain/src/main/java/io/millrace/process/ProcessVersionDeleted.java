package io.millrace.process;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A version that nothing ever ran by is gone; the one before it counts again. */
public record ProcessVersionDeleted(UUID processId, String kind, String key, int version, UUID deletedBy)
        implements DomainEvent {

    @Override
    public String subject() {
        return processId.toString();
    }
}
