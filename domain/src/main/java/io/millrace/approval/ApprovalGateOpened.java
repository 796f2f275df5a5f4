package io.millrace.approval;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A gate's deciders are asked now. */
public record ApprovalGateOpened(UUID approvalId, String gate, String askedGroup) implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
