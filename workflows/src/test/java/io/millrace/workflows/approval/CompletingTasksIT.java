package io.millrace.workflows.approval;

import static io.millrace.identity.DecidingGroup.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.NotFound;
import io.millrace.approval.GateName;
import io.millrace.approval.NotYourGate;
import io.millrace.harness.Room;
import io.millrace.identity.ChangeMember;
import io.millrace.identity.Member;
import io.millrace.identity.Memberships;
import io.millrace.identity.NotAllowed;
import io.millrace.identity.Role;
import io.millrace.task.CompleteTask;
import io.millrace.task.NotYourTask;
import io.millrace.task.OpenTasks;
import io.millrace.task.OwnRequest;
import io.millrace.task.ReleaseTask;
import io.millrace.task.Task;
import io.millrace.task.TaskClaimed;
import io.millrace.task.TaskNotClaimed;
import io.millrace.task.TaskNotOpen;
import io.millrace.task.Tasks;
import io.millrace.task.WrongTaskVariables;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.task.TaskForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may claim, give back and complete the task of a gate, and with what, whichever door they come through. */
class CompletingTasksIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private Acme acme;
    private Member moe;
    private UUID request;
    private UUID task;

    @BeforeEach
    void a_request_that_two_managers_may_decide() {
        acme = new Acme(room);
        moe = acme.joins("Moe", Role.MANAGER, MANAGER);
        request = acme.request(acme.ann, 120_000);
        task = acme.taskOf(request);
    }

    @Test
    void variables_that_the_form_does_not_have_are_refused_before_the_engine_writes_them() {
        assertThatThrownBy(() -> complete(acme.max, Map.of("decision", "approve", "askedGroup", "owner")))
                .isInstanceOf(WrongTaskVariables.class)
                .hasMessage("\"askedGroup\" is not a field of this form.");

        assertThat(acme.tasksOf(request)).containsExactly("manager OPEN");
    }

    @Test
    void a_task_is_claimed_by_one() {
        claim(acme.max);

        assertThatThrownBy(() -> claim(moe)).isInstanceOf(TaskClaimed.class);

        assertThat(room.database().texts("SELECT assignee_id FROM task WHERE id = '" + task + "'"))
                .containsExactly(acme.max.id().toString());
    }

    @Test
    void a_claimed_task_is_given_back_by_whoever_has_it_and_a_colleague_may_take_it() {
        assertThatThrownBy(() -> release(acme.max)).isInstanceOf(TaskNotClaimed.class);
        claim(acme.max);

        assertThatThrownBy(() -> release(moe)).isInstanceOf(TaskClaimed.class);
        assertThatThrownBy(() -> release(acme.rita)).isInstanceOf(NotFound.class);
        assertThat(release(acme.max).assigneeId()).isNull();

        claim(moe);
        approve(moe);
        assertThatThrownBy(() -> release(moe)).isInstanceOf(TaskNotOpen.class);
        assertThat(releases()).isEmpty();
    }

    @Test
    void an_owner_gives_back_what_somebody_else_has_claimed_and_the_trail_says_so() {
        claim(acme.max);

        release(acme.olga);

        claim(moe);
        assertThat(releases()).containsExactly(acme.olga.id() + " for " + acme.max.id());
    }

    @Test
    void whoever_claims_it_while_another_s_claim_is_given_back_keeps_it() {
        claim(moe);

        assertThatThrownBy(() ->
                        room.as(acme.olga, () -> room.get(OpenTasks.class).release(task, acme.max.id())))
                .isInstanceOf(TaskClaimed.class);

        assertThat(room.database().texts("SELECT assignee_id FROM task WHERE id = '" + task + "'"))
                .containsExactly(moe.id().toString());
    }

    @Test
    void whoever_asked_claims_nothing_even_if_their_group_decides() {
        room.as(acme.olga, () -> room.get(ChangeMember.class).change(acme.ann.id(), null, Set.of(MANAGER)));
        Member ann = room.inside(
                acme.id,
                () -> room.get(Memberships.class).require(acme.ann.id()).asMember());

        assertThatThrownBy(() -> claim(ann)).isInstanceOf(OwnRequest.class);

        assertThat(claimable(ann)).doesNotContain(task);
        assertThat(claimable(acme.max)).contains(task);
    }

    @Test
    void a_completed_task_cannot_be_completed_again() {
        acme.approve(acme.max, request, GateName.MANAGER);

        assertThatThrownBy(() -> approve(moe)).isInstanceOf(TaskNotOpen.class);
    }

    @Test
    void another_tenant_cannot_complete_the_task() {
        Member stranger = room.member(room.anotherTenant("globex"), "Max", Role.MANAGER, MANAGER);

        assertThatThrownBy(() -> approve(stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> submit(stranger)).isInstanceOf(NotFound.class);
    }

    @Test
    void another_tenant_s_owner_cannot_give_the_task_back() {
        Member stranger = room.member(room.anotherTenant("globex"), "Olga", Role.OWNER);
        claim(acme.max);

        assertThatThrownBy(() -> release(stranger)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_may_not_decide_is_told_why_before_anything_is_written() {
        room.as(acme.olga, () -> room.get(ChangeMember.class).change(acme.ann.id(), null, Set.of(MANAGER)));

        assertThatThrownBy(() -> submit(acme.rita)).isInstanceOf(NotYourGate.class);
        assertThatThrownBy(() -> submit(acme.ann)).isInstanceOf(OwnRequest.class);
        claim(moe);
        assertThatThrownBy(() -> submit(acme.max)).isInstanceOf(TaskClaimed.class);
        assertThatCode(() -> submit(moe)).doesNotThrowAnyException();

        acme.approve(moe, request, GateName.MANAGER);
        assertThatThrownBy(() -> submit(acme.max)).isInstanceOf(TaskNotOpen.class);
        assertThatThrownBy(() -> submit(acme.rita)).isInstanceOf(NotYourTask.class);
        assertThatThrownBy(() -> submit(acme.ann)).isInstanceOf(OwnRequest.class);
    }

    @Test
    void the_api_tells_whoever_may_not_decide_the_same_as_tasklist_does() {
        Member stranger = room.member(room.anotherTenant("globex"), "Max", Role.MANAGER, MANAGER);

        assertThatThrownBy(() -> complete(acme.rita, "maybe")).isInstanceOf(WrongTaskVariables.class);
        assertThatThrownBy(() -> complete(acme.rita, "approve")).isInstanceOf(NotYourGate.class);
        assertThatThrownBy(() -> complete(acme.ann, "approve")).isInstanceOf(OwnRequest.class);
        assertThatThrownBy(() -> complete(stranger, "maybe")).isInstanceOf(NotFound.class);
        claim(moe);
        assertThatThrownBy(() -> complete(acme.max, "approve")).isInstanceOf(TaskClaimed.class);

        complete(moe, "approve");

        assertThatThrownBy(() -> complete(acme.max, "approve")).isInstanceOf(TaskNotOpen.class);
        assertThatThrownBy(() -> complete(acme.rita, "approve")).isInstanceOf(NotYourTask.class);
        assertThatThrownBy(() -> complete(acme.ann, "approve")).isInstanceOf(OwnRequest.class);
    }

    @Test
    void being_in_the_group_is_not_enough_to_complete_a_task_by_any_door() {
        Member guest = acme.joins("Gus", Role.CLIENT, MANAGER);

        assertThatThrownBy(() -> approve(guest)).isInstanceOf(NotAllowed.class);

        assertThat(acme.tasksOf(request)).containsExactly("manager OPEN");
    }

    private void approve(Member by) {
        complete(by, Map.of("decision", "approve"));
    }

    /** The port is what lies behind the API and, in the engine's own commands, behind Tasklist. */
    private void complete(Member by, Map<String, String> variables) {
        room.as(by, () -> room.get(OpenTasks.class).complete(task, new HashMap<>(variables)));
    }

    private Task complete(Member by, String decision) {
        return room.as(by, () -> room.get(CompleteTask.class).complete(task, Map.of("decision", decision)));
    }

    private List<UUID> claimable(Member by) {
        Tasks.Filter nobodysYet = new Tasks.Filter(null, false, null, null, null);
        return room
                .as(
                        by,
                        () -> room.get(Tasks.class)
                                .page(by, nobodysYet, null, 10)
                                .items())
                .stream()
                .map(Task::id)
                .toList();
    }

    private void claim(Member by) {
        room.as(by, () -> room.get(OpenTasks.class).claim(task));
    }

    private Task release(Member by) {
        return room.as(by, () -> room.get(ReleaseTask.class).release(task));
    }

    private List<String> releases() {
        return room.database()
                .texts("SELECT actor_id || ' for ' || on_behalf_of FROM audit_entry WHERE action = 'task.released'"
                        + " AND subject_id = '" + task + "'");
    }

    /** What Tasklist asks before it lets the engine complete a task. */
    private void submit(Member by) {
        room.as(by, () -> room.get(TaskForms.class).requireAllowed(task.toString(), Map.of("decision", "approve")));
    }
}
