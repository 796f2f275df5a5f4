package io.millrace.approval;

import io.millrace.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Reminds the deciders of a gate that is still open. */
@ApplicationScoped
public class RemindDeciders {

    @Inject
    Approvals approvals;

    @Inject
    Outbox outbox;

    /** Nothing happens when the gate was decided since the timer fired. */
    @Transactional
    public void remind(UUID approvalId, GateName name) {
        Gate gate = approvals.require(approvalId).gate(name);
        if (gate.state() != GateState.OPEN) return;
        outbox.add(new ApprovalGateReminded(
                approvalId, name.wireName(), gate.decidingGroup().wireName()));
    }
}
