package io.millrace.approval;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A gate's deciders are asked now. */
@Words("The deciders of a gate are asked now, and mailed.")
public record ApprovalGateOpened(
        @Words("the request") UUID approvalId,
        @Words("manager, revenue_assurance, ceo or owner") String gate,
        @Words("the group that may decide") String askedGroup)
        implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
