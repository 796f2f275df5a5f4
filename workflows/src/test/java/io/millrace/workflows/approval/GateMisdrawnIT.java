package io.millrace.workflows.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.approval.GateMisdrawn;
import io.millrace.harness.Room;
import io.millrace.identity.Role;
import io.millrace.process.DeployModel;
import io.millrace.task.ClaimTask;
import io.millrace.task.CompleteTask;
import io.millrace.task.HoldTask;
import io.millrace.task.ReleaseTask;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.process.Drawn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A tenant's own model that has a task decide a gate, without what that needs. */
class GateMisdrawnIT {

    private static final String DECIDING = """
            <userTask id="step" name="Step" camunda:candidateGroups="manager">
              <extensionElements>
                <camunda:formData><camunda:formField id="decision" label="Decision" type="string"/></camunda:formData>
                <camunda:properties><camunda:property name="millrace.completes" value="decideGate"/></camunda:properties>
              </extensionElements>
            </userTask>""";

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private Acme acme;

    @BeforeEach
    void people() {
        acme = new Acme(room);
    }

    @Test
    void a_process_about_something_else_cannot_decide_and_its_task_stays_open() {
        UUID task = waiting("order-17", Map.of("gate", "manager"));

        assertMisdrawn(task, "its process is about no request");
        assertThatCode(() -> room.as(acme.max, () -> room.get(HoldTask.class).hold(task)))
                .doesNotThrowAnyException();
    }

    @Test
    void its_task_is_claimed_and_given_back_like_any_other() {
        UUID task = waiting("order-17", Map.of("gate", "manager"));

        room.as(acme.max, () -> room.get(ClaimTask.class).claim(task));
        room.as(acme.max, () -> room.get(ReleaseTask.class).release(task));

        assertThat(states()).containsExactly("OPEN");
    }

    @Test
    void a_gate_that_does_not_exist_is_named() {
        UUID task = waiting(request(), Map.of("gate", "boss"));

        assertMisdrawn(task, "its process names \"boss\", which is no gate");
    }

    @Test
    void a_form_of_its_own_that_takes_any_word_for_a_decision_does_not_get_it_through() {
        UUID task = waiting(request(), Map.of("gate", "manager"));

        assertThatThrownBy(() -> complete(task, "perhaps"))
                .isInstanceOf(GateMisdrawn.class)
                .hasMessageContaining("has \"perhaps\" for a decision");
    }

    private String request() {
        return acme.request(acme.ann, 40_000).toString();
    }

    private void assertMisdrawn(UUID task, String words) {
        assertThatThrownBy(() -> complete(task, "approve"))
                .isInstanceOf(GateMisdrawn.class)
                .hasMessageContaining(words);
        assertThat(states()).containsExactly("OPEN");
    }

    private void complete(UUID task, String decision) {
        room.as(acme.max, () -> room.get(CompleteTask.class).complete(task, Map.of("decision", decision)));
    }

    private UUID waiting(String businessKey, Map<String, Object> variables) {
        byte[] file = Drawn.process("ordering", DECIDING);
        room.as(acme.joins("Ada", Role.ANALYST), () -> {
            room.get(DeployModel.class).deploy(file);
            room.get(Engine.class).startProcess("ordering", businessKey, variables);
        });
        return UUID.fromString(texts("id").get(0));
    }

    private List<String> states() {
        return texts("state");
    }

    private List<String> texts(String column) {
        return room.database()
                .texts("SELECT " + column + " FROM task WHERE process_key = 'ordering' AND tenant_id = '" + acme.id
                        + "'");
    }
}
