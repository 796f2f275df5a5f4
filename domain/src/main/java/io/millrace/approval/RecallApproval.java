package io.millrace.approval;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.identity.Authorizer;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Takes a request back, wherever it stands. */
@ApplicationScoped
public class RecallApproval {

    @Inject
    Approvals approvals;

    @Inject
    ApprovalProcess process;

    @Inject
    Authorizer authorizer;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Transactional
    public Approval recall(UUID id) {
        Member by = authorizer.require(Permission.APPROVAL_REQUEST);
        authorizer.require(Permission.APPROVAL_READ, approvals.require(id));
        Approval approval = approvals.requireLocked(id);
        String before = approval.state().wireName();
        approval.recall(by.id(), clock.instant());
        audit.record(new AuditEntry(clock.instant(), "approval.recalled", "approval", id, by.id())
                .moved(before, approval.state().wireName()));
        outbox.add(new ApprovalRecalled(id, approval.requesterId()));
        process.cancel(id, "recalled by the requester");
        return approval;
    }
}
