package io.millrace.approval;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A gate sent the request back; a new one may name it as its origin. */
@Words("A gate sent a request back to its requester; a new one may name it as its origin.")
public record ApprovalReturned(
        @Words("the request") UUID approvalId,
        @Words("the member who asked") UUID requesterId,
        @Words("manager, revenue_assurance, ceo or owner") String gate)
        implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
