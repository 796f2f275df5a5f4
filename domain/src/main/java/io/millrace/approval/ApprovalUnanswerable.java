package io.millrace.approval;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A gate has nobody who may decide; somebody must be put into its group. */
@Words("A gate has nobody who may decide; somebody must be put into its group.")
public record ApprovalUnanswerable(
        @Words("the request") UUID approvalId,
        @Words("manager, revenue_assurance, ceo or owner") String gate) implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
