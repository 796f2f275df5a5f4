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
import org.jspecify.annotations.Nullable;

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
        tell(approval, before, by, null);
        process.cancel(approval, "recalled by the requester");
        return approval;
    }

    /**
     * Takes it back for somebody who ends what runs, the approval's process included. The requester is told why.
     *
     * @return false when there is none, or it is closed: the process may go on after the last decision
     */
    @Transactional
    public boolean withdraw(UUID id, String reason) {
        Member by = authorizer.require(Permission.INSTANCE_MANAGE);
        if (approvals.find(id).isEmpty()) return false;
        Approval approval = approvals.requireLocked(id);
        if (approval.isClosed()) return false;
        String before = approval.state().wireName();
        approval.withdraw(clock.instant());
        tell(approval, before, by, reason);
        process.cancel(approval, reason);
        return true;
    }

    private void tell(Approval approval, String before, Member by, @Nullable String reason) {
        audit.record(new AuditEntry(clock.instant(), "approval.recalled", "approval", approval.id(), by.id())
                .moved(before, approval.state().wireName())
                .saying(reason));
        outbox.add(new ApprovalRecalled(approval.id(), approval.requesterId(), by.id(), reason));
    }
}
