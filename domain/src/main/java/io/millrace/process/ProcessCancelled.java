package io.millrace.process;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody ended a running instance; what it was for will not happen by it. */
public record ProcessCancelled(
        UUID instanceId, String key, @Nullable String businessKey, UUID cancelledBy) implements DomainEvent {

    @Override
    public String subject() {
        return instanceId.toString();
    }
}
