package io.millrace.approval;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** The requester took the request back. */
public record ApprovalRecalled(UUID approvalId, UUID requesterId) implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
