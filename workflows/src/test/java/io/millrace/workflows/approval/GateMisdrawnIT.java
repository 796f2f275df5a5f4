package io.millrace.workflows.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.approval.Approval;
import io.millrace.approval.ApprovalState;
import io.millrace.approval.DecideGate;
import io.millrace.approval.GateMisdrawn;
import io.millrace.approval.GateName;
import io.millrace.harness.Room;
import io.millrace.identity.Role;
import io.millrace.process.CancelInstance;
import io.millrace.process.DeployModel;
import io.millrace.process.ProcessFailed;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.process.Drawn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    void a_node_whose_clock_is_slow_does_not_make_its_run_the_one_that_the_request_goes_through() {
        UUID request = acme.request(acme.ann, 120_000);
        anotherRunAbout(request, "2020-01-01");

        // The next gate is opened by a step that asks whether it is in the right run.
        assertThat(acme.approve(acme.max, request, GateName.MANAGER).state())
                .isEqualTo(ApprovalState.REVENUE_ASSURANCE);
    }

    @Test
    void what_an_earlier_release_began_stays_the_run_that_the_request_goes_through() throws IOException {
        UUID request = acme.request(acme.ann, 120_000);
        anotherRunAbout(request, "2090-01-01");
        room.database().run("UPDATE approval SET instance_id = NULL WHERE id = '" + request + "'");

        room.database().run(backFill());

        // The next gate is opened by a step that asks whether it is in the right run.
        assertThat(acme.approve(acme.max, request, GateName.MANAGER).state())
                .isEqualTo(ApprovalState.REVENUE_ASSURANCE);
    }

    @Test
    void whoever_cancels_another_run_about_a_request_leaves_the_request_alone() {
        UUID request = request();
        deploy("purchase-approval", "<userTask id='step' name='Step' camunda:candidateGroups='manager'/>");
        start("purchase-approval", request.toString());

        cancel(runsAbout(request).get(1));

        assertThat(acme.tasksOf(request)).containsExactly("manager OPEN", "manager CANCELLED");
        start("purchase-approval", request.toString());
        cancel(runsAbout(request).get(0));
        assertThat(acme.tasksOf(request)).containsExactly("manager CANCELLED", "manager CANCELLED", "manager OPEN");
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

    /** As a node whose clock is elsewhere would have begun it; its id is made from that clock too. */
    private void anotherRunAbout(UUID request, String day) {
        room.database().run("""
                INSERT INTO process_instance (tenant_id, id, process_id, process_key, process_version, business_key,
                                              state, started_at)
                SELECT tenant_id, ('00000000-0000-7000-8000-' || right(id::text, 12))::uuid, process_id, process_key,
                       process_version, business_key, state, '%s'::timestamptz
                FROM process_instance WHERE business_key = '%s' AND called_by IS NULL""".formatted(day, request));
    }

    private static String backFill() throws IOException {
        String file = "/db/migration/millrace/V029__runs_of_approvals_and_who_waits.sql";
        try (InputStream migration = Approval.class.getResourceAsStream(file)) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            return sql.substring(sql.indexOf("UPDATE"), sql.indexOf("ALTER TABLE process_instance"));
        }
    }

    /** The oldest first. */
    private List<UUID> runsAbout(UUID request) {
        return room
                .database()
                .texts("SELECT id FROM process_instance WHERE called_by IS NULL AND business_key = '" + request
                        + "' ORDER BY started_at")
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private void cancel(UUID instance) {
        room.as(acme.olga, () -> room.get(CancelInstance.class).cancel(instance, "not any more"));
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
