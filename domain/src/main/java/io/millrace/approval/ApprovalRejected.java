package io.millrace.approval;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A gate refused for good. */
@Words("A gate refused a request for good.")
public record ApprovalRejected(
        @Words("the request") UUID approvalId,
        @Words("the member who asked") UUID requesterId,
        @Words("manager, revenue_assurance, ceo or owner") String gate)
        implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
