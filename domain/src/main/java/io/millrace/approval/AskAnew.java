package io.millrace.approval;

import io.millrace.identity.CurrentMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.MemberChanged;
import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.Event;
import io.millrace.outbox.InsideSubscriber;
import io.millrace.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Asks somebody else at every open gate whose last decider has left, and at every gate that had nobody, or was passed
 * on, as soon as somebody joins who comes first.
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
    AskDeciders askDeciders;

    @Inject
    Tasks tasks;

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

    /** One after the other in one order, or two changes at once could wait for each other. */
    private boolean askAnew() {
        Set<UUID> perhaps = new TreeSet<>();
        for (DecidingGroup group : DecidingGroup.values()) {
            stuckAt(group).forEach(stuck -> perhaps.add(stuck.id()));
        }
        approvals.passedOn().forEach(passedOn -> perhaps.add(passedOn.id()));
        approvals.waitingForDeciders().forEach(waiting -> perhaps.add(waiting.id()));
        perhaps.forEach(this::askAnew);
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
        boolean otherwise = approval.openGate()
                .map(gate -> isToAskOthers(gate, approval))
                .orElseGet(() -> approval.awaitedGate()
                        .flatMap(gate -> askDeciders.whomToAsk(gate.name(), approval))
                        .isPresent());
        if (otherwise) process.askAnew(id);
    }

    /** Whoever has claimed the task meanwhile is left at it, if they may. */
    private boolean isToAskOthers(Gate gate, Approval approval) {
        Optional<DecidingGroup> first = askDeciders.whomToAsk(gate.name(), approval);
        if (first.equals(Optional.of(gate.decidingGroup()))) return false;
        return tasks.findOpen(approval.id().toString(), DecideGate.NAME)
                .flatMap(task -> Optional.ofNullable(task.assigneeId()))
                .filter(claimant -> memberships.isActiveIn(gate.decidingGroup(), claimant))
                .isEmpty();
    }
}
