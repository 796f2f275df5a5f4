package io.millrace.workflows.approval;

import static io.millrace.identity.DecidingGroup.CEO;
import static io.millrace.identity.DecidingGroup.MANAGER;
import static io.millrace.identity.DecidingGroup.REVENUE_ASSURANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.millrace.Ids;
import io.millrace.Json;
import io.millrace.Money;
import io.millrace.approval.AnswerGate;
import io.millrace.approval.Approval;
import io.millrace.approval.ApprovalState;
import io.millrace.approval.Approvals;
import io.millrace.approval.AskAnew;
import io.millrace.approval.Decision;
import io.millrace.approval.GateName;
import io.millrace.approval.GateState;
import io.millrace.approval.NotYourGate;
import io.millrace.approval.RequestApproval;
import io.millrace.harness.Room;
import io.millrace.identity.ChangeMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.MemberChanged;
import io.millrace.identity.Membership;
import io.millrace.identity.Role;
import io.millrace.outbox.Event;
import io.millrace.outbox.InsideSubscriber;
import io.millrace.task.ClaimTask;
import io.millrace.task.ReleaseTasks;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to an open gate, and to a claimed task, when those who could act on it leave. */
class DecidersLeaveIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private static int tenants;

    private Member ann;
    private Member max;
    private Member rita;
    private Member olga;

    @BeforeAll
    static void startTheEngine() {
        room.get(Engine.class).start();
    }

    @AfterAll
    static void stopTheEngine() {
        room.get(Engine.class).stop();
    }

    @BeforeEach
    void people() {
        UUID acme = room.tenant("acme-" + ++tenants);
        ann = EngineRoom.member(room, acme, "Ann", Role.MEMBER);
        max = EngineRoom.member(room, acme, "Max", Role.MANAGER, MANAGER);
        rita = EngineRoom.member(room, acme, "Rita", Role.MEMBER, REVENUE_ASSURANCE);
        olga = EngineRoom.member(room, acme, "Olga", Role.OWNER);
    }

    @Test
    void when_the_only_decider_is_suspended_the_next_group_is_asked() {
        UUID id = request(ann);

        suspend(max);

        assertThat(approval(id).gate(GateName.MANAGER).askedGroup()).isEqualTo(REVENUE_ASSURANCE);
        assertThat(tasks(id)).containsExactly("manager CANCELLED", "revenue_assurance OPEN");
        assertThat(events()).endsWith("approval.gate_opened {manager, revenue_assurance}");
        assertThat(approve(rita, id).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void when_the_only_decider_leaves_the_group_they_cannot_decide_any_more() {
        UUID id = request(ann);

        moveTo(max, CEO);

        assertThat(tasks(id)).containsExactly("manager CANCELLED", "revenue_assurance OPEN");
        assertThatThrownBy(() -> approve(max, id)).isInstanceOf(NotYourGate.class);
        assertThat(approve(rita, id).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void a_gate_with_only_the_requester_left_asks_the_next_group_too() {
        moveTo(ann, MANAGER);
        UUID anns = request(ann);
        UUID ritas = request(rita);

        suspend(max);

        assertThat(tasks(anns)).containsExactly("manager CANCELLED", "revenue_assurance OPEN");
        assertThat(tasks(ritas)).containsExactly("manager OPEN");
    }

    @Test
    void at_last_the_administrators_are_asked() {
        UUID id = request(ann);

        suspend(rita);
        suspend(max);

        assertThat(tasks(id)).containsExactly("manager CANCELLED", "administrator OPEN");
        assertThat(approve(olga, id).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void with_nobody_at_all_it_waits_and_the_operators_are_told() {
        UUID id = request(olga);

        suspend(rita);
        suspend(max);

        assertThat(approval(id).state()).isEqualTo(ApprovalState.REQUESTED);
        assertThat(approval(id).gate(GateName.MANAGER).state()).isEqualTo(GateState.WAITING);
        assertThat(tasks(id)).containsExactly("manager CANCELLED");
        assertThat(events()).endsWith("approval.unanswerable {manager, -}");
        assertThat(room.database()
                        .texts("SELECT action || ' ' || coalesce(from_state, '-') || ' ' || to_state || ' ' || actor_id"
                                + " FROM audit_entry WHERE subject_id = '" + id + "' ORDER BY id"))
                .containsExactly(
                        "approval.requested - requested " + olga.id(),
                        "approval.gate_opened requested manager " + olga.id(),
                        "approval.unanswerable manager requested " + olga.id());
    }

    @Test
    void once_somebody_joins_whoever_waited_is_asked_at_once() {
        UUID id = request(olga);
        suspend(rita);
        suspend(max);

        change(rita, Membership.State.ACTIVE, null);

        assertThat(tasks(id)).containsExactly("manager CANCELLED", "revenue_assurance OPEN");
        assertThat(events()).containsOnlyOnce("approval.unanswerable {manager, -}");
        assertThat(approve(rita, id).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void nobody_hears_again_that_a_request_still_waits() {
        UUID id = request(olga);
        suspend(rita);
        suspend(max);

        moveTo(olga, CEO);

        assertThat(tasks(id)).containsExactly("manager CANCELLED");
        assertThat(events()).containsOnlyOnce("approval.unanswerable {manager, -}");
    }

    @Test
    void a_request_that_got_to_somebody_meanwhile_is_left_with_them() throws Exception {
        UUID id = request(ann, 50_000);
        CountDownLatch decided = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<?> deciding = two.submit(() -> EngineRoom.as(room, max, () -> {
            room.get(AnswerGate.class).answer(id, GateName.MANAGER, Decision.APPROVE, null);
            decided.countDown();
            return commit.await(1, TimeUnit.MINUTES);
        }));
        assertThat(decided.await(1, TimeUnit.MINUTES)).isTrue();
        Future<?> leaving = two.submit(() -> suspend(max));
        await().until(() -> !room.database()
                .texts("SELECT mode FROM pg_locks JOIN pg_stat_activity USING (pid)"
                        + " WHERE NOT granted AND datname = current_database()")
                .isEmpty());

        commit.countDown();
        deciding.get(1, TimeUnit.MINUTES);
        leaving.get(1, TimeUnit.MINUTES);
        two.shutdown();

        assertThat(tasks(id)).containsExactly("manager COMPLETED", "revenue_assurance OPEN");
        assertThat(events()).containsOnlyOnce("approval.gate_opened {revenue_assurance, revenue_assurance}");
    }

    @Test
    void a_gate_that_somebody_else_can_decide_stays_as_it_is() {
        EngineRoom.member(room, ann.tenantId(), "Moe", Role.MANAGER, MANAGER);
        UUID id = request(ann);

        suspend(max);

        assertThat(tasks(id)).containsExactly("manager OPEN");
        assertThat(events()).containsOnlyOnce("approval.gate_opened {manager, manager}");
    }

    @Test
    void the_task_that_a_suspended_member_had_claimed_goes_back_to_its_group() {
        Member moe = EngineRoom.member(room, ann.tenantId(), "Moe", Role.MANAGER, MANAGER);
        UUID id = request(ann);
        EngineRoom.as(room, max, () -> room.get(ClaimTask.class).claim(taskOf(id)));

        suspend(max);

        assertThat(room.database().texts("SELECT id_ FROM camunda.act_ru_task WHERE assignee_ IS NULL"))
                .contains(taskOf(id).toString());
        assertThat(approve(moe, id).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void whoever_is_still_in_the_group_keeps_the_claimed_task() {
        UUID id = request(ann);
        EngineRoom.as(room, max, () -> room.get(ClaimTask.class).claim(taskOf(id)));

        change(max, null, Set.of(MANAGER, CEO));

        assertThat(room.database().texts("SELECT assignee_id FROM task WHERE id = '" + taskOf(id) + "'"))
                .containsExactly(max.id().toString());
    }

    private UUID request(Member by) {
        return request(by, 100);
    }

    private UUID request(Member by, long cents) {
        return EngineRoom.as(
                room,
                by,
                () -> room.get(RequestApproval.class)
                        .request(new RequestApproval.Wanted("purchase", "A kettle", Money.of(cents, "EUR"), null, null))
                        .id());
    }

    private static Approval approve(Member by, UUID id) {
        return EngineRoom.as(
                room, by, () -> room.get(AnswerGate.class).answer(id, GateName.MANAGER, Decision.APPROVE, null));
    }

    private void suspend(Member member) {
        change(member, Membership.State.SUSPENDED, null);
    }

    private void moveTo(Member member, DecidingGroup group) {
        change(member, null, Set.of(group));
    }

    /** With what the relay does after it. */
    private void change(Member member, Membership.@Nullable State state, @Nullable Set<DecidingGroup> groups) {
        EngineRoom.as(room, olga, () -> room.get(ChangeMember.class).change(member.id(), state, groups, null));
        MemberChanged fact = new MemberChanged(member.id(), "", List.of(), olga.id());
        Event event = new Event(
                Ids.next(), member.tenantId(), fact.type(), fact.subject(), Instant.EPOCH, Json.write(fact), null);
        for (Class<? extends InsideSubscriber> listener : List.of(ReleaseTasks.class, AskAnew.class)) {
            assertThat(room.get(listener).types()).contains(event.type());
            room.inside(member.tenantId(), () -> room.get(listener).on(event));
        }
    }

    private Approval approval(UUID id) {
        return EngineRoom.as(room, olga, () -> {
            Approval found = room.get(Approvals.class).require(id);
            assertThat(found.gates()).hasSize(4); // read them here, inside the transaction
            return found;
        });
    }

    private static UUID taskOf(UUID approval) {
        return UUID.fromString(room.database()
                .texts("SELECT id FROM task WHERE business_key = '" + approval + "' AND state = 'OPEN'")
                .get(0));
    }

    private static List<String> tasks(UUID approval) {
        return room.database()
                .texts("SELECT candidate_group || ' ' || state FROM task WHERE business_key = '%s' ORDER BY id"
                        .formatted(approval));
    }

    private List<String> events() {
        return room.database().texts("""
                        SELECT type || ' {' || coalesce(data->>'gate', '-') || ', ' || coalesce(data->>'asked_group', '-') || '}'
                        FROM event WHERE tenant_id = '%s' AND type LIKE 'approval.%%' ORDER BY id""".formatted(ann.tenantId()));
    }
}
