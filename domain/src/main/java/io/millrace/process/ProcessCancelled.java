package io.millrace.process;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody ended a running instance; what it was for will not happen by it. */
@Words("A running process was ended by hand.")
public record ProcessCancelled(
        @Words("what ran") UUID instanceId,
        @Words("the key of its model") String key,
        @Words("what it was about") @Nullable String businessKey,
        @Words("the member who ended it") UUID cancelledBy)
        implements DomainEvent {

    @Override
    public String subject() {
        return instanceId.toString();
    }
}
