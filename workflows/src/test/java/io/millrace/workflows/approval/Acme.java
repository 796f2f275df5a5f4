package io.millrace.workflows.approval;

import static io.millrace.identity.DecidingGroup.MANAGER;
import static io.millrace.identity.DecidingGroup.REVENUE_ASSURANCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Ids;
import io.millrace.Json;
import io.millrace.Money;
import io.millrace.approval.AnswerGate;
import io.millrace.approval.Approval;
import io.millrace.approval.ApprovalGateReleased;
import io.millrace.approval.AskAnew;
import io.millrace.approval.Decision;
import io.millrace.approval.GateName;
import io.millrace.approval.RequestApproval;
import io.millrace.harness.Room;
import io.millrace.identity.ChangeMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.MemberChanged;
import io.millrace.identity.Membership;
import io.millrace.identity.Role;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.Event;
import io.millrace.task.ReleaseTask;
import io.millrace.task.ReleaseTasks;
import io.millrace.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new tenant with people who ask for purchases and answer them, each in a transaction of their own. */
final class Acme {

    final UUID id;
    final Member ann;
    final Member max;
    final Member rita;
    final Member olga;

    private final Room room;

    Acme(Room room) {
        this.room = room;
        id = room.anotherTenant("acme");
        ann = joins("Ann", Role.MEMBER);
        max = joins("Max", Role.MANAGER, MANAGER);
        rita = joins("Rita", Role.MEMBER, REVENUE_ASSURANCE);
        olga = joins("Olga", Role.OWNER);
    }

    Member joins(String name, Role role, DecidingGroup... groups) {
        return room.member(id, name, role, groups);
    }

    UUID request(Member by, long cents) {
        RequestApproval.Wanted wanted =
                new RequestApproval.Wanted("purchase", "Two laptops", Money.of(cents, "EUR"), null, null);
        return room.as(by, () -> room.get(RequestApproval.class).request(wanted))
                .id();
    }

    Approval approve(Member by, UUID approval, GateName gate) {
        return answer(by, approval, gate, Decision.APPROVE, null);
    }

    Approval answer(Member by, UUID approval, GateName gate, Decision decision, @Nullable String comment) {
        return room.as(by, () -> room.get(AnswerGate.class).answer(approval, gate, decision, comment));
    }

    void suspend(Member member) {
        change(member, Membership.State.SUSPENDED, null);
    }

    void moveTo(Member member, DecidingGroup group) {
        change(member, null, Set.of(group));
    }

    /** With what the relay does after it. */
    void change(Member member, Membership.@Nullable State state, @Nullable Set<DecidingGroup> groups) {
        room.as(olga, () -> room.get(ChangeMember.class).change(member.id(), state, groups));
        Event event = event(new MemberChanged(member.id(), "", List.of(), olga.id()));
        List.of(AskAnew.class, ReleaseTasks.class)
                .forEach(listener -> assertThat(room.get(listener).types()).contains(event.type()));
        TenantScope.run(member.tenantId(), () -> room.get(AskAnew.class).on(event, Ids.next()));
        room.inside(member.tenantId(), () -> room.get(ReleaseTasks.class).on(event));
    }

    /** With what the relay does after it. */
    void release(Member member, UUID approval) {
        UUID task = taskOf(approval);
        room.as(member, () -> room.get(ReleaseTask.class).release(task));
        Event event = event(new ApprovalGateReleased(approval, GateName.MANAGER.wireName()));
        TenantScope.run(id, () -> room.get(AskAnew.class).on(event, Ids.next()));
    }

    private Event event(DomainEvent fact) {
        return new Event(Ids.next(), id, fact.type(), fact.subject(), Instant.EPOCH, Json.write(fact), null);
    }

    /** The one that waits for an answer. */
    UUID taskOf(UUID approval) {
        return UUID.fromString(room.database()
                .texts("SELECT id FROM task WHERE business_key = '" + approval + "' AND state = 'OPEN'")
                .get(0));
    }

    /** All there ever were, in their order. */
    List<String> tasksOf(UUID approval) {
        return room.database()
                .texts("SELECT candidate_group || ' ' || state FROM task WHERE business_key = '" + approval
                        + "' ORDER BY id");
    }
}
