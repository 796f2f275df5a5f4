package io.millrace.workflows.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.approval.ApprovalState;
import io.millrace.approval.GateName;
import io.millrace.harness.Room;
import io.millrace.identity.Role;
import io.millrace.process.DeployModel;
import io.millrace.process.ModelStore;
import io.millrace.process.ProcessFailed;
import io.millrace.workflows.EngineRoom;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Approvals that go the way of a tenant's own model. */
class OwnModelIT {

    private static final String FIRST_STEP = """
            <sequenceFlow id="purchaseRequestedToRouteRequest" sourceRef="purchaseRequested" targetRef="routeRequest"/>""";

    private static final String BESIDE_A_TASK = """
            <sequenceFlow id="purchaseRequestedToFork" sourceRef="purchaseRequested" targetRef="fork"/>
            <parallelGateway id="fork"/>
            <sequenceFlow id="forkToNote" sourceRef="fork" targetRef="note"/>
            <userTask id="note" name="Take note" %s/>
            <sequenceFlow id="purchaseRequestedToRouteRequest" sourceRef="fork" targetRef="routeRequest"/>""";

    @RegisterExtension
    static final Room room = EngineRoom.with();

    @Test
    void a_request_whose_model_fails_says_where_and_was_never_made() {
        Acme acme = new Acme(room);
        deploy(acme, "camunda:candidateGroups=\"manager\" camunda:dueDate=\"${whenever}\"");

        assertThatThrownBy(() -> acme.request(acme.ann, 40_000)).isInstanceOfSatisfying(ProcessFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo("process_failed");
            assertThat(failed.detail())
                    .startsWith("The process purchase-approval failed at \"note\": there is no whenever here.");
        });

        assertThat(room.database().texts("SELECT title FROM approval WHERE tenant_id = '" + acme.ann.tenantId() + "'"))
                .isEmpty();
    }

    @Test
    void a_request_that_two_rows_of_an_own_table_fit_says_so_and_was_never_made() {
        Acme acme = new Acme(room);
        room.as(acme.joins("Ada", Role.ANALYST), () -> {
            String shared = new String(room.get(ModelStore.class).file("approval-routing"), StandardCharsets.UTF_8);
            return room.get(DeployModel.class)
                    .deploy(shared.replace("[500..5000[", "[400..5000[").getBytes(StandardCharsets.UTF_8));
        });

        assertThatThrownBy(() -> acme.request(acme.ann, 45_000))
                .isInstanceOfSatisfying(
                        ProcessFailed.class,
                        failed -> assertThat(failed.detail())
                                .isEqualTo(
                                        "The process purchase-approval failed at \"routeRequest\": more than one row of its"
                                                + " table fits. Nothing was changed."));
    }

    @Test
    void a_decision_completes_the_gate_s_task_and_none_that_is_open_beside_it() {
        Acme acme = new Acme(room);
        deploy(acme, "camunda:candidateGroups=\"manager\"");
        UUID id = acme.request(acme.ann, 40_000);

        assertThat(acme.approve(acme.max, id, GateName.MANAGER).state()).isEqualTo(ApprovalState.COMPLETED);
        assertThat(room.database()
                        .texts("SELECT definition_key || ' ' || state FROM task WHERE business_key = '" + id + "'"))
                .containsExactlyInAnyOrder("note OPEN", "decideRequest COMPLETED");
    }

    private static void deploy(Acme acme, String note) {
        room.as(acme.joins("Ada", Role.ANALYST), () -> {
            String shared = new String(room.get(ModelStore.class).file("purchase-approval"), StandardCharsets.UTF_8);
            String own = shared.replace(FIRST_STEP, BESIDE_A_TASK.formatted(note));
            return room.get(DeployModel.class).deploy(own.getBytes(StandardCharsets.UTF_8));
        });
    }
}
