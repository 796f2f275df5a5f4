package io.millrace.approval;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The request was taken back.
 *
 * @param recalledBy the requester, or whoever cancelled its process; null in events of releases that knew only the first
 * @param reason given by whoever cancelled the process; a requester gives none
 */
public record ApprovalRecalled(
        UUID approvalId,
        UUID requesterId,
        @Nullable UUID recalledBy,
        @Nullable String reason) implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
