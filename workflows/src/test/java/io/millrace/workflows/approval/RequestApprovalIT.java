package io.millrace.workflows.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.harness.Room;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.process.DeployModel;
import io.millrace.workflows.EngineRoom;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.process.Drawn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Models that ask for approvals. */
class RequestApprovalIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private static final String KEY = "restocking";

    private Acme acme;
    private Member ada;

    @BeforeEach
    void a_model_that_asks() {
        acme = new Acme(room);
        ada = acme.joins("Ada", Role.ANALYST);
        String step = Drawn.serviceTask(
                "requestApproval",
                Map.of("title", "Paper for ${months} months", "amount", "${cents}", "requester", "${who}"));
        room.as(ada, () -> room.get(DeployModel.class).deploy(Drawn.process(KEY, step)));
    }

    @Test
    void the_request_is_the_member_s_and_goes_its_usual_way() {
        start(acme.ann, 40_000);

        await().untilAsserted(() -> assertThat(approvals()).hasSize(1));
        assertThat(approvals()).containsExactly("Paper for 3 months 40000 EUR by " + acme.ann.id());
        String approval = variable();
        assertThat(room.database()
                        .texts(
                                "SELECT coalesce(actor_id::text, 'a process') || ' for ' || on_behalf_of FROM audit_entry"
                                        + " WHERE action = 'approval.requested' AND subject_id = '" + approval + "'"))
                .containsExactly("a process for " + acme.ann.id());
        assertThat(room.database()
                        .texts("SELECT candidate_group || ' ' || state FROM task WHERE business_key = '" + approval
                                + "'"))
                .containsExactly("manager OPEN");
    }

    @Test
    void nobody_is_asked_for_somebody_who_is_gone() {
        acme.suspend(acme.ann);

        start(acme.ann, 40_000);

        await().untilAsserted(() -> assertThat(room.database()
                        .texts("SELECT exception_msg_ FROM camunda.act_ru_job WHERE tenant_id_ = '" + acme.id
                                + "' AND exception_msg_ IS NOT NULL"))
                .containsExactly("The requester is no active member who may ask for approvals."));
        assertThat(approvals()).isEmpty();
    }

    private void start(Member who, long cents) {
        room.as(
                ada,
                () -> room.get(Engine.class)
                        .startProcess(
                                KEY,
                                "stock",
                                Map.of(
                                        "months",
                                        3,
                                        "cents",
                                        cents,
                                        "who",
                                        who.id().toString())));
    }

    private List<String> approvals() {
        return room.database()
                .texts("SELECT title || ' ' || amount_minor || ' ' || currency || ' by ' || requester_id FROM approval"
                        + " WHERE tenant_id = '" + acme.id + "'");
    }

    private String variable() {
        return room.database()
                .texts("SELECT text_ FROM camunda.act_ru_variable WHERE name_ = 'approvalId' AND tenant_id_ = '"
                        + acme.id + "'")
                .get(0);
    }
}
