package io.millrace.process;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A tenant has a new version of a process or a decision table of its own. */
@Words("The company has a new version of a process or a decision table of its own.")
public record ProcessDeployed(
        @Words("the version") UUID processId,
        @Words("process or decision") String kind,
        @Words("what the model is called by") String key,
        @Words("counted from 1") int version,
        @Words("the member who deployed it") UUID deployedBy)
        implements DomainEvent {

    @Override
    public String subject() {
        return processId.toString();
    }
}
