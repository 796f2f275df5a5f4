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

/** Asks somebody else at every open gate whose last decider has left. */
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
            stuckAt(group).forEach(this::askAnew);
        }
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

    /** Unless somebody has decided since it was read, who must have had the right to when they did. */
    private void askAnew(Approval stuck) {
        Approval approval = approvals.requireLocked(stuck.id());
        if (approval.openGate().isPresent()) process.askAnew(approval.id());
    }
}
