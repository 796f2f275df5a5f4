package io.millrace.approval;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The request was taken back.
 *
 * @param recalledBy the requester, or whoever cancelled its process; null in events of releases that knew only the first
 * @param reason given by whoever cancelled the process; a requester gives none
 */
@Words("A request was taken back before it was decided.")
public record ApprovalRecalled(
        @Words("the request") UUID approvalId,
        @Words("the member who asked") UUID requesterId,
        @Words("the member who took it back") @Nullable UUID recalledBy,
        @Words("why, if it was not who asked") @Nullable String reason)
        implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
