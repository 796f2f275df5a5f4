package io.millrace.approval;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
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
    CurrentMember currentMember;

    @Inject
    AuditTrail audit;

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
        memberships.holdStill();
        Approval approval = approvals.require(approvalId);
        Optional<DecidingGroup> group = whomToAsk(gate, approval);
        if (group.isPresent()) open(approval, gate, group.get());
        else if (!again) keepWaiting(approval, gate);
        return group;
    }

    /** The first group that has somebody besides the requester. */
    Optional<DecidingGroup> whomToAsk(GateName gate, Approval approval) {
        return gate.askedInOrder().stream()
                .filter(group -> memberships.isAnyActiveIn(group, approval.requesterId()))
                .findFirst();
    }

    private void open(Approval approval, GateName gate, DecidingGroup group) {
        String before = approval.state().wireName();
        approval.open(gate, group, clock.instant());
        outbox.add(new ApprovalGateOpened(approval.id(), gate.wireName(), group.wireName()));
        audit.record(entry(group == gate.group() ? "approval.gate_opened" : "approval.gate_passed_on", approval, before)
                .asking(group.wireName()));
    }

    private void keepWaiting(Approval approval, GateName gate) {
        String before = approval.state().wireName();
        approval.waitForDeciders(gate);
        outbox.add(new ApprovalUnanswerable(approval.id(), gate.wireName()));
        audit.record(entry("approval.unanswerable", approval, before));
        log.warn(
                "approval has nobody to decide approval={} gate={}; it waits and asks again",
                approval.id(),
                gate.wireName());
    }

    /** By whoever's request, answer or change led here; by nobody when a timer did. */
    private AuditEntry entry(String action, Approval approval, String before) {
        UUID actor = currentMember.find().map(Member::id).orElse(null);
        return new AuditEntry(clock.instant(), action, "approval", approval.id(), actor)
                .moved(before, approval.state().wireName());
    }

    /** Everybody who may decide for the group now, without the requester. */
    public List<Membership> deciders(DecidingGroup group, Approval approval) {
        return memberships.activeIn(group).stream()
                .filter(m -> !m.id().equals(approval.requesterId()))
                .toList();
    }
}
