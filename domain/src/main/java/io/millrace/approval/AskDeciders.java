package io.millrace.approval;

import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import io.millrace.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a gate for the first group that has somebody besides the requester, and has them told. */
@ApplicationScoped
public class AskDeciders {

    private static final Logger log = LoggerFactory.getLogger(AskDeciders.class);

    @Inject
    Approvals approvals;

    @Inject
    Memberships memberships;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * @param again whether nobody could be asked before: the operators were told then, and need not hear it again
     * @return the group that is asked; empty when there is nobody at all, and the request waits
     */
    @Transactional
    public Optional<DecidingGroup> ask(UUID approvalId, GateName gate, boolean again) {
        Approval approval = approvals.require(approvalId);
        Optional<DecidingGroup> group = gate.askedInOrder().stream()
                .filter(g -> memberships.isAnyActiveIn(g, approval.requesterId()))
                .findFirst();
        if (group.isEmpty()) approval.waitForDeciders(gate);
        if (group.isPresent()) {
            approval.open(gate, group.get(), clock.instant());
            outbox.add(new ApprovalGateOpened(
                    approvalId, gate.wireName(), group.get().wireName()));
        } else if (!again) {
            outbox.add(new ApprovalUnanswerable(approvalId, gate.wireName()));
            log.warn(
                    "approval has nobody to decide tenant={} approval={} gate={}; it waits and asks again",
                    approval.tenantId(),
                    approvalId,
                    gate.wireName());
        }
        return group;
    }

    /** Everybody who may decide for the group now, without the requester. */
    public List<Membership> deciders(DecidingGroup group, Approval approval) {
        return memberships.activeIn(group).stream()
                .filter(m -> !m.id().equals(approval.requesterId()))
                .toList();
    }
}
