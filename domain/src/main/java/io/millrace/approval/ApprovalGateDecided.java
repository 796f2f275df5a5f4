package io.millrace.approval;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A decider answered; the state is the approval's after the answer. */
@Words("A decider answered at a gate.")
public record ApprovalGateDecided(
        @Words("the request") UUID approvalId,
        @Words("manager, revenue_assurance, ceo or owner") String gate,
        @Words("approve, reject or return") String decision,
        @Words("the request's state after the answer") String state,
        @Words("the member who decided") UUID decidedBy)
        implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
