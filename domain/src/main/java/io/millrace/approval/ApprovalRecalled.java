package io.millrace.approval;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** The requester took the request back. */
@Words("A request was taken back before it was decided.")
public record ApprovalRecalled(
        @Words("the request") UUID approvalId,
        @Words("the member who asked") UUID requesterId) implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
