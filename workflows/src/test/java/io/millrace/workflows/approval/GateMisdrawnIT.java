package io.millrace.workflows.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.approval.ApprovalState;
import io.millrace.approval.DecideGate;
import io.millrace.approval.GateMisdrawn;
import io.millrace.approval.GateName;
import io.millrace.harness.Room;
import io.millrace.identity.Role;
import io.millrace.process.DeployModel;
import io.millrace.process.ProcessFailed;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.process.Drawn;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A tenant's own model that has a step about a request's gate, without what that needs. */
class GateMisdrawnIT {

    private static final String DECIDING = """
            <userTask id="step" name="Step" camunda:candidateGroups="manager">
              <extensionElements>
                <camunda:formData><camunda:formField id="decision" label="Decision" type="string"/></camunda:formData>
                <camunda:inputOutput><camunda:inputParameter name="gate">%s</camunda:inputParameter></camunda:inputOutput>
                <camunda:properties><camunda:property name="millrace.completes" value="decideGate"/></camunda:properties>
              </extensionElements>
            </userTask>""";

    private static final String REMINDING = """
            <serviceTask id="step" name="Step" camunda:delegateExpression="${remindDeciders}">
              <extensionElements>
                <camunda:inputOutput><camunda:inputParameter name="gate">manager</camunda:inputParameter></camunda:inputOutput>
              </extensionElements>
            </serviceTask>""";

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private Acme acme;

    @BeforeEach
    void people() {
        acme = new Acme(room);
    }

    @Test
    void a_process_about_something_else_makes_no_task_that_nobody_could_complete() {
        deploy("ordering", DECIDING.formatted("manager"));

        assertMisdrawn("its process is about no request", () -> start("ordering", "order-17"));
    }

    @Test
    void another_process_about_a_request_does_not_decide_in_its_place() {
        deploy("ordering", DECIDING.formatted("manager"));
        UUID request = request();

        assertMisdrawn(
                "its process is not the one that the request goes through",
                () -> start("ordering", request.toString()));

        assertThat(acme.tasksOf(request)).containsExactly("manager OPEN");
        assertThat(acme.approve(acme.max, request, GateName.MANAGER).state()).isEqualTo(ApprovalState.COMPLETED);
    }

    @Test
    void nor_does_it_remind_anybody() {
        deploy("ordering", REMINDING);
        UUID request = request();

        assertMisdrawn(
                "its process is not the one that the request goes through",
                () -> start("ordering", request.toString()));
    }

    @Test
    void a_gate_that_does_not_exist_is_named_to_who_asks() {
        deploy("purchase-approval", DECIDING.formatted("boss"));

        assertMisdrawn("its process names \"boss\", which is no gate", this::request);
    }

    @Test
    void a_form_of_its_own_that_takes_any_word_for_a_decision_does_not_get_it_through() {
        String request = request().toString();

        assertThatThrownBy(() -> room.as(
                        acme.max,
                        () -> room.get(DecideGate.class)
                                .complete(request, Map.of("gate", "manager", "decision", "perhaps"))))
                .isInstanceOf(GateMisdrawn.class)
                .hasMessageContaining("its process has \"perhaps\" for a decision");
    }

    private static void assertMisdrawn(String flaw, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOf(ProcessFailed.class)
                .hasMessageContaining("failed at \"step\": This step is about a gate of a request, but " + flaw);
    }

    private UUID request() {
        return acme.request(acme.ann, 40_000);
    }

    private void deploy(String key, String step) {
        byte[] file = Drawn.process(key, step);
        room.as(
                acme.joins("Ada", Role.ANALYST),
                () -> room.get(DeployModel.class).deploy(file));
    }

    private void start(String key, String businessKey) {
        room.as(acme.ann, () -> room.get(Engine.class).startProcess(key, businessKey, Map.of()));
    }
}
