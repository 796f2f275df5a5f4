package io.millrace.workflows.approval;

import static io.millrace.identity.DecidingGroup.MANAGER;
import static io.millrace.identity.DecidingGroup.REVENUE_ASSURANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Money;
import io.millrace.NotFound;
import io.millrace.approval.AnswerGate;
import io.millrace.approval.Approval;
import io.millrace.approval.ApprovalState;
import io.millrace.approval.Approvals;
import io.millrace.approval.CommentNeeded;
import io.millrace.approval.Decision;
import io.millrace.approval.GateName;
import io.millrace.approval.NotYourGate;
import io.millrace.approval.OwnRequest;
import io.millrace.approval.RecallApproval;
import io.millrace.approval.RequestApproval;
import io.millrace.harness.Room;
import io.millrace.identity.ChangeMember;
import io.millrace.identity.Member;
import io.millrace.identity.NotAllowed;
import io.millrace.identity.Role;
import io.millrace.task.OpenTasks;
import io.millrace.task.TaskClaimed;
import io.millrace.task.TaskNotOpen;
import io.millrace.task.WrongTaskVariables;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.task.TaskForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Purchase requests on the real engine with the real use cases, one transaction for both. */
class ApprovalsInTheEngineIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private static int tenants;

    private Member ann;
    private Member max;
    private Member moe;
    private Member rita;

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
        moe = EngineRoom.member(room, acme, "Moe", Role.MANAGER, MANAGER);
        rita = EngineRoom.member(room, acme, "Rita", Role.MEMBER, REVENUE_ASSURANCE);
    }

    @Test
    void a_request_is_answered_with_its_first_gate_open_and_its_task_projected() {
        UUID id = request(120_000);

        assertThat(state(id)).isEqualTo(ApprovalState.MANAGER);
        assertThat(tasks(id)).containsExactly("decideRequest manager OPEN");
    }

    @Test
    void a_task_s_name_says_at_which_gate_it_is() {
        UUID id = request(120_000);
        answer(max, id, GateName.MANAGER, Decision.APPROVE, null);

        assertThat(room.database().texts("SELECT name FROM task WHERE business_key = '" + id + "' ORDER BY id"))
                .containsExactly("Decide request (manager)", "Decide request (revenue assurance)");
    }

    @Test
    void the_last_needed_gate_completes_the_request() {
        UUID id = request(120_000);

        answer(max, id, GateName.MANAGER, Decision.APPROVE, null);
        answer(rita, id, GateName.REVENUE_ASSURANCE, Decision.APPROVE, "fits the budget");

        assertThat(state(id)).isEqualTo(ApprovalState.COMPLETED);
        assertThat(tasks(id))
                .containsExactly("decideRequest manager COMPLETED", "decideRequest revenue_assurance COMPLETED");
    }

    @Test
    void a_refusal_comes_out_as_itself_and_leaves_the_task_open() {
        UUID id = request(100);

        assertThatThrownBy(() -> answer(max, id, GateName.MANAGER, Decision.REJECT, null))
                .isInstanceOf(CommentNeeded.class);

        assertThat(tasks(id)).containsExactly("decideRequest manager OPEN");
        assertThat(variables("decision")).isEmpty();
    }

    @Test
    void variables_that_the_form_does_not_have_are_refused_before_the_engine_writes_them() {
        UUID id = request(100);
        UUID task = taskOf(id);
        Map<String, @Nullable Object> submitted = new HashMap<>(Map.of("decision", "approve", "askedGroup", "owner"));

        assertThatThrownBy(() -> EngineRoom.as(room, max, () -> {
                    room.get(OpenTasks.class).complete(task, submitted);
                    return null;
                }))
                .isInstanceOf(WrongTaskVariables.class)
                .hasMessage("\"askedGroup\" is not a field of this form.");

        assertThat(tasks(id)).containsExactly("decideRequest manager OPEN");
    }

    @Test
    void a_task_is_claimed_by_one() {
        UUID task = taskOf(request(100));
        claim(max, task);

        assertThatThrownBy(() -> claim(moe, task)).isInstanceOf(TaskClaimed.class);

        assertThat(room.database().texts("SELECT assignee_id FROM task WHERE id = '" + task + "'"))
                .containsExactly(max.id().toString());
    }

    @Test
    void a_completed_task_cannot_be_completed_again() {
        UUID id = request(100);
        UUID task = taskOf(id);
        answer(max, id, GateName.MANAGER, Decision.APPROVE, null);

        assertThatThrownBy(() -> EngineRoom.as(room, moe, () -> {
                    room.get(OpenTasks.class).complete(task, new HashMap<>(Map.of("decision", "approve")));
                    return null;
                }))
                .isInstanceOf(TaskNotOpen.class);
    }

    @Test
    void a_recall_ends_the_process_and_its_task() {
        UUID id = request(100);

        EngineRoom.as(room, ann, () -> room.get(RecallApproval.class).recall(id));

        assertThat(tasks(id)).containsExactly("decideRequest manager CANCELLED");
        assertThat(instances(id)).isEmpty();
    }

    @Test
    void a_failure_after_the_process_started_takes_both_back() {
        assertThatThrownBy(() -> EngineRoom.as(room, ann, () -> {
                    ask(100);
                    throw new IllegalStateException("after the process");
                }))
                .hasMessage("after the process");

        assertThat(room.database().texts("SELECT id FROM approval WHERE tenant_id = '%s'".formatted(ann.tenantId())))
                .isEmpty();
        assertThat(room.database()
                        .texts("SELECT id_ FROM camunda.act_ru_execution WHERE tenant_id_ = '%s'"
                                .formatted(ann.tenantId())))
                .isEmpty();
    }

    @Test
    void another_tenant_cannot_complete_the_task() {
        UUID task = taskOf(request(100));
        UUID globex = room.tenant("globex-" + tenants);
        Member stranger = EngineRoom.member(room, globex, "Max", Role.MANAGER, MANAGER);

        assertThatThrownBy(() -> EngineRoom.as(room, stranger, () -> {
                    room.get(OpenTasks.class).complete(task, new HashMap<>(Map.of("decision", "approve")));
                    return null;
                }))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> submit(stranger, task)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_may_not_decide_is_told_why_before_anything_is_written() {
        moveToManagers(ann);
        UUID id = request(120_000);
        UUID task = taskOf(id);

        assertThatThrownBy(() -> submit(rita, task)).isInstanceOf(NotYourGate.class);
        assertThatThrownBy(() -> submit(ann, task)).isInstanceOf(OwnRequest.class);
        claim(moe, task);
        assertThatThrownBy(() -> submit(max, task)).isInstanceOf(TaskClaimed.class);
        assertThatCode(() -> submit(moe, task)).doesNotThrowAnyException();

        answer(moe, id, GateName.MANAGER, Decision.APPROVE, null);
        assertThatThrownBy(() -> submit(max, task)).isInstanceOf(TaskNotOpen.class);
        assertThatThrownBy(() -> submit(rita, task)).isInstanceOf(NotFound.class);
    }

    /** What Tasklist asks before it lets the engine complete a task. */
    private static void submit(Member by, UUID task) {
        EngineRoom.as(room, by, () -> {
            room.get(TaskForms.class).requireAllowed(task.toString(), Map.of("decision", "approve"));
            return null;
        });
    }

    private void moveToManagers(Member member) {
        Member olga = EngineRoom.member(room, member.tenantId(), "Olga", Role.OWNER);
        EngineRoom.as(room, olga, () -> room.get(ChangeMember.class).change(member.id(), null, Set.of(MANAGER), null));
    }

    @Test
    void being_in_the_group_is_not_enough_to_complete_a_task_by_any_door() {
        UUID id = request(100);
        UUID task = taskOf(id);
        Member guest = EngineRoom.member(room, ann.tenantId(), "Gus", Role.CLIENT, MANAGER);

        // The port is what lies behind the API and, in the engine's own commands, behind Tasklist.
        assertThatThrownBy(() -> EngineRoom.as(room, guest, () -> {
                    room.get(OpenTasks.class).complete(task, new HashMap<>(Map.of("decision", "approve")));
                    return null;
                }))
                .isInstanceOf(NotAllowed.class);

        assertThat(tasks(id)).containsExactly("decideRequest manager OPEN");
    }

    private UUID request(long cents) {
        return EngineRoom.as(room, ann, () -> ask(cents).id());
    }

    private static Approval ask(long cents) {
        return room.get(RequestApproval.class)
                .request(new RequestApproval.Wanted("purchase", "Two laptops", Money.of(cents, "EUR"), null, null));
    }

    private static void answer(Member by, UUID id, GateName gate, Decision decision, @Nullable String comment) {
        EngineRoom.as(room, by, () -> room.get(AnswerGate.class).answer(id, gate, decision, comment));
    }

    private static void claim(Member by, UUID task) {
        EngineRoom.as(room, by, () -> {
            room.get(OpenTasks.class).claim(task);
            return null;
        });
    }

    private ApprovalState state(UUID id) {
        return EngineRoom.as(
                room, ann, () -> room.get(Approvals.class).require(id).state());
    }

    private static UUID taskOf(UUID approval) {
        return UUID.fromString(room.database()
                .texts("SELECT id FROM task WHERE business_key = '" + approval + "' AND state = 'OPEN'")
                .get(0));
    }

    private static List<String> tasks(UUID approval) {
        return room.database()
                .texts(
                        "SELECT definition_key || ' ' || candidate_group || ' ' || state FROM task WHERE business_key = '%s' ORDER BY id"
                                .formatted(approval));
    }

    private static List<String> instances(UUID approval) {
        return room.database()
                .texts("SELECT id_ FROM camunda.act_ru_execution WHERE business_key_ = '%s'".formatted(approval));
    }

    private List<String> variables(String name) {
        return room.database()
                .texts("SELECT text_ FROM camunda.act_ru_variable WHERE name_ = '%s' AND tenant_id_ = '%s'"
                        .formatted(name, ann.tenantId()));
    }
}
