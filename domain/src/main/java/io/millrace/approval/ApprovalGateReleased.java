package io.millrace.approval;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** An open gate's task, which somebody had claimed, is everybody's again whom the gate asks. */
@Words("Whoever had claimed the task of an open gate gave it back, or it was taken from them.")
public record ApprovalGateReleased(
        @Words("the request") UUID approvalId,
        @Words("manager, revenue_assurance, ceo or owner") String gate) implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
