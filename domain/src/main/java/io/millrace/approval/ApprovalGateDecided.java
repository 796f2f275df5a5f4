package io.millrace.approval;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A decider answered; the state is the approval's after the answer. */
public record ApprovalGateDecided(UUID approvalId, String gate, String decision, String state, UUID decidedBy)
        implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
