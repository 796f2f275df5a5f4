package io.millrace.approval;

import io.millrace.identity.CurrentMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import io.millrace.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the requests that others might have to decide now, and has them asked. */
@ApplicationScoped
class AskOthers {

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

    /** In one order, so that two who follow it never wait for each other. */
    @Transactional
    Set<UUID> perhaps() {
        Set<UUID> perhaps = new TreeSet<>();
        for (DecidingGroup group : DecidingGroup.values()) {
            perhaps.addAll(stuckAt(group));
        }
        perhaps.addAll(approvals.passedOn());
        perhaps.addAll(approvals.waitingForDeciders());
        return perhaps;
    }

    /** Whom is left is asked of all groups, not of those that the event names: one may have left before. */
    private List<UUID> stuckAt(DecidingGroup group) {
        List<Membership> left = memberships.activeIn(group);
        return switch (left.size()) {
            case 0 -> approvals.openAt(group);
            case 1 -> approvals.openAt(group, left.get(0).id());
            default -> List.of(); // two people never are one and the same requester
        };
    }

    /**
     * Idempotent: looks again once nobody else can move it, for since it was found, it may have got to people who
     * were told.
     *
     * @param by whose change led here; null when that was not noted
     */
    @Transactional
    void askAnew(UUID id, @Nullable UUID by) {
        Approval approval = approvals.requireLocked(id);
        boolean otherwise = approval.openGate()
                .map(gate -> isToAskOthers(gate, approval))
                .orElseGet(() -> approval.awaitedGate()
                        .flatMap(gate -> askDeciders.whomToAsk(gate.name(), approval))
                        .isPresent());
        if (!otherwise) return;
        Optional<Membership> member = Optional.ofNullable(by).flatMap(memberships::find);
        if (member.isEmpty()) process.askAnew(id);
        else currentMember.run(member.get().asMember(), () -> process.askAnew(id));
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
