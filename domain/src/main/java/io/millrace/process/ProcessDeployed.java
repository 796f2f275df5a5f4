package io.millrace.process;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A tenant has a new version of a process or a decision table of its own. */
public record ProcessDeployed(UUID processId, String kind, String key, int version, UUID deployedBy)
        implements DomainEvent {

    @Override
    public String subject() {
        return processId.toString();
    }
}
