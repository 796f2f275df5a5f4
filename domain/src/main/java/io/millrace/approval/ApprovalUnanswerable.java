package io.millrace.approval;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A gate has nobody who may decide; somebody must be put into its group. */
public record ApprovalUnanswerable(UUID approvalId, String gate) implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
