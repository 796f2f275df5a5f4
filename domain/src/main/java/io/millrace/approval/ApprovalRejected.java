package io.millrace.approval;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A gate refused for good. */
public record ApprovalRejected(UUID approvalId, UUID requesterId, String gate) implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
