package io.millrace.approval;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** An open gate's deciders were reminded. */
@Words("Nobody has decided at a gate for two days; whoever may is mailed again.")
public record ApprovalGateReminded(
        @Words("the request") UUID approvalId,
        @Words("manager, revenue_assurance, ceo or owner") String gate,
        @Words("the group that may decide") String askedGroup)
        implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
