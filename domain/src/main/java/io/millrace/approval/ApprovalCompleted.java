package io.millrace.approval;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** The last needed gate agreed. */
@Words("The last gate that a request needed agreed.")
public record ApprovalCompleted(
        @Words("the request") UUID approvalId,
        @Words("the member who asked") UUID requesterId) implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
