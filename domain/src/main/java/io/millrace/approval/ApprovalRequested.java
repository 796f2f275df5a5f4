package io.millrace.approval;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** Somebody asked for something. */
@Words("Somebody asked for something.")
public record ApprovalRequested(
        @Words("the request") UUID approvalId,
        @Words("the kind of request, such as purchase") String approvalType,
        @Words("the member who asked") UUID requesterId,
        @Words("how much, in the currency's smallest unit") long amountMinor,
        @Words("ISO 4217, such as EUR") String currency)
        implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
