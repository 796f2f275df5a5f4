package io.millrace.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;

/** Notes which gates the routing table asks for. */
@ApplicationScoped
public class RecordRouting {

    @Inject
    Approvals approvals;

    @Transactional
    public void record(UUID approvalId, Set<GateName> needed) {
        if (needed.isEmpty()) {
            throw new IllegalArgumentException("the routing table asks no gate for approval " + approvalId);
        }
        approvals.require(approvalId).route(needed);
    }
}
