package io.millrace.workflows.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Ids;
import io.millrace.Json;
import io.millrace.approval.AskAnew;
import io.millrace.harness.Room;
import io.millrace.identity.ChangeMember;
import io.millrace.identity.MemberChanged;
import io.millrace.identity.Membership;
import io.millrace.outbox.Event;
import io.millrace.task.ClaimTask;
import io.millrace.task.ReleaseTasks;
import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.EngineRoom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever moves tasks when a member has changed. */
class MemberChangedIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private Acme acme;
    private UUID approval;
    private Event event;

    /** Who hears it, and where the task is afterwards, which max had claimed. */
    enum Hearing {
        ASK_ANEW("manager CANCELLED", "revenue_assurance OPEN unclaimed"),
        RELEASE_TASKS("manager OPEN unclaimed");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> effect;

        Hearing(String... effect) {
            this.effect = List.of(effect);
        }
    }

    @BeforeEach
    void max_has_claimed_what_ann_asked_and_is_suspended() {
        acme = new Acme(room);
        approval = acme.request(acme.ann, 100);
        room.as(acme.max, () -> room.get(ClaimTask.class).claim(acme.taskOf(approval)));
        room.as(acme.olga, () -> room.get(ChangeMember.class).change(acme.max.id(), Membership.State.SUSPENDED, null));
        MemberChanged fact = new MemberChanged(acme.max.id(), "suspended", List.of("manager"), acme.olga.id());
        event = new Event(Ids.next(), acme.id, fact.type(), fact.subject(), Instant.EPOCH, Json.write(fact), null);
    }

    @AfterEach
    void refuseNothing() {
        room.database().run("DROP FUNCTION IF EXISTS refuse() CASCADE");
    }

    @ParameterizedTest
    @EnumSource
    void runs_twice_with_one_effect(Hearing hearing) {
        hear(hearing);
        List<String> once = traces();

        hear(hearing);

        assertThat(traces()).isEqualTo(once);
        assertThat(tasks()).isEqualTo(hearing.effect);
    }

    @ParameterizedTest
    @EnumSource
    void leaves_no_trace_when_it_fails(Hearing hearing) {
        List<String> before = traces();

        refuseTasksOf(approval);
        assertThatThrownBy(() -> hear(hearing)).hasStackTraceContaining("the test refuses");
        refuseNothing();

        assertThat(traces()).isEqualTo(before);
        hear(hearing);
        assertThat(tasks()).isEqualTo(hearing.effect);
    }

    @Test
    void a_request_that_cannot_be_moved_stops_no_other_and_comes_at_the_next_attempt() {
        UUID other = acme.request(acme.ann, 200); // asked of the next group at once: max is suspended
        acme.change(acme.max, Membership.State.ACTIVE, null); // and comes back to him
        room.as(acme.olga, () -> room.get(ChangeMember.class).change(acme.max.id(), Membership.State.SUSPENDED, null));
        refuseTasksOf(approval);

        assertThatThrownBy(() -> hear(Hearing.ASK_ANEW)).hasStackTraceContaining("the test refuses");

        assertThat(acme.tasksOf(approval).get(acme.tasksOf(approval).size() - 1))
                .isEqualTo("manager OPEN");
        assertThat(acme.tasksOf(other).get(acme.tasksOf(other).size() - 1)).isEqualTo("revenue_assurance OPEN");
        refuseNothing();
        hear(Hearing.ASK_ANEW);
        assertThat(acme.tasksOf(approval).get(acme.tasksOf(approval).size() - 1))
                .isEqualTo("revenue_assurance OPEN");
    }

    private void hear(Hearing hearing) {
        switch (hearing) {
            case ASK_ANEW ->
                TenantScope.run(acme.id, () -> room.get(AskAnew.class).on(event, Ids.next()));
            case RELEASE_TASKS ->
                room.inside(acme.id, () -> room.get(ReleaseTasks.class).on(event));
        }
    }

    /** The engine has moved its own task by then. */
    private static void refuseTasksOf(UUID approval) {
        room.database()
                .run(
                        """
                        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'the test refuses'; END $$""",
                        "CREATE TRIGGER refuse AFTER INSERT OR UPDATE ON task FOR EACH ROW"
                                + " WHEN (NEW.business_key = '" + approval + "') EXECUTE FUNCTION refuse()");
    }

    private List<String> tasks() {
        return room.database().texts("""
                        SELECT candidate_group || ' ' || state || CASE WHEN state <> 'OPEN' THEN ''
                               WHEN assignee_id IS NULL THEN ' unclaimed' ELSE ' claimed' END
                        FROM task WHERE business_key = '%s' ORDER BY id""".formatted(approval));
    }

    /** Everything that either of them could leave behind: our tasks and the engine's, the trail, the events. */
    private List<String> traces() {
        List<String> traces = new ArrayList<>(tasks());
        for (String table : List.of(
                "SELECT id_ || coalesce(assignee_, '-') FROM camunda.act_ru_task WHERE tenant_id_ = '%s'",
                "SELECT id FROM audit_entry WHERE tenant_id = '%s' ORDER BY id",
                "SELECT id FROM event WHERE tenant_id = '%s' ORDER BY id")) {
            traces.addAll(room.database().texts(table.formatted(acme.id)));
        }
        return traces;
    }
}
