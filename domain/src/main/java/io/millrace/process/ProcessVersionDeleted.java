package io.millrace.process;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A version that nothing ever ran by is gone; the one before it counts again. */
@Words("A version that nothing ever ran by is gone; the one before it counts again.")
public record ProcessVersionDeleted(
        @Words("the version") UUID processId,
        @Words("process or decision") String kind,
        @Words("what the model is called by") String key,
        @Words("counted from 1") int version,
        @Words("the member who deleted it") UUID deletedBy)
        implements DomainEvent {

    @Override
    public String subject() {
        return processId.toString();
    }
}
