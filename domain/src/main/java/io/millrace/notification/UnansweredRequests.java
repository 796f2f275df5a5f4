package io.millrace.notification;

import io.millrace.approval.Approval;
import io.millrace.approval.Approvals;
import io.millrace.approval.GateName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Knows which requests of the bound tenant wait because nobody may decide them. */
@ApplicationScoped
class UnansweredRequests {

    @Inject
    Approvals approvals;

    @Transactional
    boolean isOne(UUID approvalId, GateName gate) {
        return approvals
                .find(approvalId)
                .flatMap(Approval::awaitedGate)
                .filter(awaited -> awaited.name() == gate)
                .isPresent();
    }
}
