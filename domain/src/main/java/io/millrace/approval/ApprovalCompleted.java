package io.millrace.approval;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** The last needed gate agreed. */
public record ApprovalCompleted(UUID approvalId, UUID requesterId) implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
