package io.millrace.approval;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A gate sent the request back; a new one may name it as its origin. */
public record ApprovalReturned(UUID approvalId, UUID requesterId, String gate) implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
