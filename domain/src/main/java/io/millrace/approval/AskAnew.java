package io.millrace.approval;

import io.millrace.identity.CurrentMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.MemberChanged;
import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.Event;
import io.millrace.outbox.InsideSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Asks somebody else at every open gate whose last decider has left, and at every gate that had nobody as soon
 * as somebody joins.
 */
@ApplicationScoped
public class AskAnew implements InsideSubscriber {

    @Inject
    Approvals approvals;

    @Inject
    ApprovalProcess process;

    @Inject
    Memberships memberships;

    @Inject
    CurrentMember currentMember;

    @Override
    public String name() {
        return "AskAnew";
    }

    @Override
    public Set<String> types() {
        return Set.of(DomainEvent.typeOf(MemberChanged.class));
    }

    @Override
    @Transactional
    public void on(Event event) {
        MemberChanged changed = event.as(MemberChanged.class);
        Optional<Membership> by = Optional.ofNullable(changed.changedBy()).flatMap(memberships::find);
        if (by.isEmpty()) askAnew();
        else currentMember.call(by.get().asMember(), this::askAnew);
    }

    private boolean askAnew() {
        for (DecidingGroup group : DecidingGroup.values()) {
            stuckAt(group).forEach(stuck -> askAnew(stuck.id()));
        }
        approvals.waitingForDeciders().forEach(waiting -> askAnew(waiting.id()));
        return true;
    }

    /** Whom is left is asked of all groups, not of those that the event names: one may have left before. */
    private List<Approval> stuckAt(DecidingGroup group) {
        List<Membership> left = memberships.activeIn(group);
        return switch (left.size()) {
            case 0 -> approvals.openAt(group);
            case 1 -> approvals.openAt(group, left.get(0).id());
            default -> List.of(); // two people never are one and the same requester
        };
    }

    /** Looks again once nobody else can move it: since it was found, it may have got to people who were told. */
    private void askAnew(UUID id) {
        Approval approval = approvals.requireLocked(id);
        boolean stuck = approval.openGate()
                .map(gate -> !canAsk(gate.decidingGroup(), approval))
                .orElseGet(() -> approval.awaitedGate().stream()
                        .flatMap(gate -> gate.name().askedInOrder().stream())
                        .anyMatch(group -> canAsk(group, approval)));
        if (stuck) process.askAnew(id);
    }

    private boolean canAsk(DecidingGroup group, Approval approval) {
        return memberships.isAnyActiveIn(group, approval.requesterId());
    }
}
