package io.millrace.approval;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** Somebody asked for something. */
public record ApprovalRequested(
        UUID approvalId, String approvalType, UUID requesterId, long amountMinor, String currency)
        implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
