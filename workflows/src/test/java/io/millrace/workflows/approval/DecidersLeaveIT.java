package io.millrace.workflows.approval;

import static io.millrace.identity.DecidingGroup.CEO;
import static io.millrace.identity.DecidingGroup.MANAGER;
import static io.millrace.identity.DecidingGroup.REVENUE_ASSURANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.approval.Approval;
import io.millrace.approval.ApprovalState;
import io.millrace.approval.Approvals;
import io.millrace.approval.GateName;
import io.millrace.approval.GateState;
import io.millrace.approval.NotYourGate;
import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Membership;
import io.millrace.identity.Role;
import io.millrace.task.ClaimTask;
import io.millrace.workflows.EngineRoom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to an open gate, and to a claimed task, when those who could act on it leave. */
class DecidersLeaveIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private Acme acme;

    @BeforeEach
    void people() {
        acme = new Acme(room);
    }

    @Test
    void when_the_only_decider_is_suspended_the_next_group_is_asked() {
        UUID id = request(acme.ann);

        acme.suspend(acme.max);

        assertThat(approval(id).gate(GateName.MANAGER).askedGroup()).isEqualTo(REVENUE_ASSURANCE);
        assertThat(acme.tasksOf(id)).containsExactly("manager CANCELLED", "revenue_assurance OPEN");
        assertThat(events()).endsWith("approval.gate_opened {manager, revenue_assurance}");
        assertThat(approve(acme.rita, id).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void when_the_only_decider_leaves_the_group_they_cannot_decide_any_more() {
        UUID id = request(acme.ann);

        acme.moveTo(acme.max, CEO);

        assertThat(acme.tasksOf(id)).containsExactly("manager CANCELLED", "revenue_assurance OPEN");
        assertThatThrownBy(() -> approve(acme.max, id)).isInstanceOf(NotYourGate.class);
        assertThat(approve(acme.rita, id).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void a_gate_with_only_the_requester_left_asks_the_next_group_too() {
        acme.moveTo(acme.ann, MANAGER);
        UUID anns = request(acme.ann);
        UUID ritas = request(acme.rita);

        acme.suspend(acme.max);

        assertThat(acme.tasksOf(anns)).containsExactly("manager CANCELLED", "revenue_assurance OPEN");
        assertThat(acme.tasksOf(ritas)).containsExactly("manager OPEN");
    }

    @Test
    void at_last_the_administrators_are_asked() {
        UUID id = request(acme.ann);

        acme.suspend(acme.rita);
        acme.suspend(acme.max);

        assertThat(acme.tasksOf(id)).containsExactly("manager CANCELLED", "administrator OPEN");
        assertThat(approve(acme.olga, id).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void with_nobody_at_all_it_waits_and_the_operators_are_told() {
        UUID id = request(acme.olga);

        acme.suspend(acme.rita);
        acme.suspend(acme.max);

        assertThat(approval(id).state()).isEqualTo(ApprovalState.REQUESTED);
        assertThat(approval(id).gate(GateName.MANAGER).state()).isEqualTo(GateState.WAITING);
        assertThat(acme.tasksOf(id)).containsExactly("manager CANCELLED");
        assertThat(events()).endsWith("approval.unanswerable {manager, -}");
        assertThat(room.database()
                        .texts("SELECT action || ' ' || coalesce(from_state, '-') || ' ' || to_state || ' ' || actor_id"
                                + " FROM audit_entry WHERE subject_id = '" + id + "' ORDER BY id"))
                .containsExactly(
                        "approval.requested - requested " + acme.olga.id(),
                        "approval.gate_opened requested manager " + acme.olga.id(),
                        "approval.unanswerable manager requested " + acme.olga.id());
    }

    @Test
    void once_somebody_joins_whoever_waited_is_asked_at_once() {
        UUID id = request(acme.olga);
        acme.suspend(acme.rita);
        acme.suspend(acme.max);

        acme.change(acme.rita, Membership.State.ACTIVE, null);

        assertThat(acme.tasksOf(id)).containsExactly("manager CANCELLED", "revenue_assurance OPEN");
        assertThat(events()).containsOnlyOnce("approval.unanswerable {manager, -}");
        assertThat(approve(acme.rita, id).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void a_gate_comes_back_to_its_own_group_with_the_first_who_joins_it() {
        UUID id = request(acme.ann);
        acme.suspend(acme.max);

        acme.change(acme.max, Membership.State.ACTIVE, null);

        assertThat(acme.tasksOf(id))
                .containsExactly("manager CANCELLED", "revenue_assurance CANCELLED", "manager OPEN");
        assertThat(approve(acme.max, id).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void whoever_has_claimed_a_gate_that_was_passed_on_is_left_at_it() {
        UUID id = request(acme.ann);
        acme.suspend(acme.max);
        room.as(acme.rita, () -> room.get(ClaimTask.class).claim(acme.taskOf(id)));

        acme.change(acme.max, Membership.State.ACTIVE, null);

        assertThat(acme.tasksOf(id)).containsExactly("manager CANCELLED", "revenue_assurance OPEN");
        assertThat(approve(acme.rita, id).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void once_they_give_it_back_its_own_group_is_asked() {
        UUID id = request(acme.ann);
        acme.suspend(acme.max);
        room.as(acme.rita, () -> room.get(ClaimTask.class).claim(acme.taskOf(id)));
        acme.change(acme.max, Membership.State.ACTIVE, null);

        acme.release(acme.rita, id);

        assertThat(acme.tasksOf(id)).endsWith("revenue_assurance CANCELLED", "manager OPEN");
        assertThat(events()).endsWith("approval.gate_released {manager, -}", "approval.gate_opened {manager, manager}");
    }

    @Test
    void whoever_has_claimed_a_gate_and_leaves_does_not_keep_it_from_its_own_group() {
        acme.joins("Rob", Role.MEMBER, REVENUE_ASSURANCE);
        UUID id = request(acme.ann);
        acme.suspend(acme.max);
        room.as(acme.rita, () -> room.get(ClaimTask.class).claim(acme.taskOf(id)));
        acme.change(acme.max, Membership.State.ACTIVE, null);

        acme.suspend(acme.rita);

        assertThat(acme.tasksOf(id)).endsWith("revenue_assurance CANCELLED", "manager OPEN");
    }

    @Test
    void nobody_hears_again_that_a_request_still_waits() {
        UUID id = request(acme.olga);
        acme.suspend(acme.rita);
        acme.suspend(acme.max);

        acme.moveTo(acme.olga, CEO);

        assertThat(acme.tasksOf(id)).containsExactly("manager CANCELLED");
        assertThat(events()).containsOnlyOnce("approval.unanswerable {manager, -}");
    }

    @Test
    void whose_gate_it_is_still_sees_the_request_but_does_not_decide_it() {
        UUID id = request(acme.ann);
        acme.suspend(acme.max);
        room.as(acme.rita, () -> room.get(ClaimTask.class).claim(acme.taskOf(id)));
        acme.change(acme.max, Membership.State.ACTIVE, null);

        assertThat(approval(id).isVisibleTo(acme.max)).isTrue();
        assertThatThrownBy(() -> approve(acme.max, id)).isInstanceOf(NotYourGate.class);
    }

    @Test
    void a_gate_that_somebody_else_can_decide_stays_as_it_is() {
        acme.joins("Moe", Role.MANAGER, MANAGER);
        UUID id = request(acme.ann);

        acme.suspend(acme.max);

        assertThat(acme.tasksOf(id)).containsExactly("manager OPEN");
        assertThat(events()).containsOnlyOnce("approval.gate_opened {manager, manager}");
    }

    @Test
    void the_task_that_a_suspended_member_had_claimed_goes_back_to_its_group() {
        Member moe = acme.joins("Moe", Role.MANAGER, MANAGER);
        UUID id = request(acme.ann);
        room.as(acme.max, () -> room.get(ClaimTask.class).claim(acme.taskOf(id)));

        acme.suspend(acme.max);

        assertThat(room.database().texts("SELECT id_ FROM camunda.act_ru_task WHERE assignee_ IS NULL"))
                .contains(acme.taskOf(id).toString());
        assertThat(approve(moe, id).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void whoever_is_still_in_the_group_keeps_the_claimed_task() {
        UUID id = request(acme.ann);
        room.as(acme.max, () -> room.get(ClaimTask.class).claim(acme.taskOf(id)));

        acme.change(acme.max, null, Set.of(MANAGER, CEO));

        assertThat(room.database().texts("SELECT assignee_id FROM task WHERE id = '" + acme.taskOf(id) + "'"))
                .containsExactly(acme.max.id().toString());
    }

    private UUID request(Member by) {
        return acme.request(by, 100);
    }

    private Approval approve(Member by, UUID id) {
        return acme.approve(by, id, GateName.MANAGER);
    }

    private Approval approval(UUID id) {
        return room.as(acme.olga, () -> {
            Approval found = room.get(Approvals.class).require(id);
            assertThat(found.gates()).hasSize(4); // read them here, inside the transaction
            return found;
        });
    }

    private List<String> events() {
        return room.database().texts("""
                        SELECT type || ' {' || coalesce(data->>'gate', '-') || ', ' || coalesce(data->>'asked_group', '-') || '}'
                        FROM event WHERE tenant_id = '%s' AND type LIKE 'approval.%%' ORDER BY id""".formatted(acme.id));
    }
}
