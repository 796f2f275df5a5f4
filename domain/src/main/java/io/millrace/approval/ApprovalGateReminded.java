package io.millrace.approval;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** An open gate's deciders were reminded. */
public record ApprovalGateReminded(UUID approvalId, String gate, String askedGroup) implements DomainEvent {

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
