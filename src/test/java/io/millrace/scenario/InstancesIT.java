package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.scenario.MillraceClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever wants to know where something stands, and whoever has to get it going again. */
class InstancesIT extends WithProduct {

    private static final String REASON = "{\"reason\": \"The budget is used up.\"}";
    private static final String APPROVE = "{\"decision\": \"approve\"}";

    private Company company;
    private MillraceClient ann;
    private MillraceClient ada;

    @BeforeEach
    void a_company() {
        company = Company.founded(here());
        ann = company.signIn("ann");
        ada = company.signIn("ada");
    }

    @Test
    void where_a_request_stands_is_seen_at_its_instances() {
        String approval = request();
        Answer process = read(approval, "purchase-approval");
        Answer gate = read(approval, "approval-gate");
        String task = company.signIn("max").get("/tasks?subject=" + approval).text("/items/0/id");

        assertThat(process.text("/state")).isEqualTo("running");
        assertThat(process.body().get("stands_at").findValuesAsText("activity")).containsExactly("askManager");
        assertThat(steps(process, "done"))
                .containsExactly("purchaseRequested", "routeRequest", "recordRouting", "managerNeeded");
        assertThat(process.text("/variables/amountMinor")).isEqualTo("40000");
        assertThat(process.body().get("variables").get("ceoNeeded").asBoolean(true))
                .isFalse();
        assertThat(gate.text("/called_by")).isEqualTo(process.text("/id"));
        assertThat(gate.body().at("/stands_at/0/name").asText()).isEqualTo("Decide request");
        assertThat(gate.body().get("path").findValuesAsText("task")).containsExactly(task);
        assertThat(process.body().get("path").findValuesAsText("called_instance"))
                .containsExactly(gate.text("/id"));

        company.signIn("max").put("/approvals/" + approval + "/gates/manager/decision", APPROVE);

        assertThat(read(approval, "purchase-approval").text("/state")).isEqualTo("completed");
        Answer over = read(approval, "approval-gate");
        assertThat(over.text("/state")).isEqualTo("completed");
        assertThat(over.body().get("stands_at")).isEmpty();
        assertThat(steps(over, "done")).contains("decideRequest");
        assertThat(over.text("/variables/decision")).isEqualTo("approve");
    }

    @Test
    void a_recalled_request_s_instances_are_cancelled_and_say_why() {
        String approval = request();
        ann.delete("/approvals/" + approval);

        Answer process = read(approval, "purchase-approval");

        assertThat(process.text("/state")).isEqualTo("cancelled");
        assertThat(process.text("/reason")).isEqualTo("recalled by the requester");
        assertThat(read(approval, "approval-gate").text("/state")).isEqualTo("cancelled");
        assertThat(steps(process, "cancelled")).containsExactly("askManager");
    }

    @Test
    void a_failed_step_is_an_incident_until_its_cause_is_gone_and_it_is_tried_again() {
        String shared = ada.get("/processes/approval-routing/bpmn").words();
        String process = ada.get("/processes/purchase-approval/bpmn").words();
        assertThat(deploy(ModelFiles.withHole(shared)).status()).isEqualTo(201);
        Answer deployed = deploy(ModelFiles.withRoutingAsAJob(process));
        assertThat(deployed.status()).as(deployed.words()).isEqualTo(201);
        String approval = request();
        String instance = "/instances/" + read(approval, "purchase-approval").text("/id");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> ada.get(instance).text("/state").equals("incident"));
        Answer stuck = ada.get(instance);
        assertThat(stuck.text("/open_incidents")).isEqualTo("1");
        assertThat(stuck.text("/incidents/0/activity")).isEqualTo("recordRouting");
        assertThat(stuck.text("/incidents/0/message")).isNotBlank();
        assertThat(stuck.body().get("stands_at").findValuesAsText("activity")).containsExactly("routeRequest");
        assertThat(ada.get("/instances?state=incident").body().findValuesAsText("subject"))
                .containsExactly(approval);

        deploy(ModelFiles.bytes(shared));
        Answer retried = ada.post(instance + "/retries", null);

        assertThat(retried.status()).as(retried.words()).isEqualTo(200);
        assertThat(retried.text("/state")).isEqualTo("running");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ann.get("/approvals/" + approval).text("/state").equals("manager"));
        assertThat(ada.post(instance + "/retries", null).code()).isEqualTo("no_incident");
        assertThat(company.signIn("olga").get("/audit").body().findValuesAsText("action"))
                .contains("process.retried");
        assertThat(ada.delete("/processes/purchase-approval/versions/1").code()).isEqualTo("model_in_use");
    }

    @Test
    void to_cancel_an_approval_s_instance_is_to_recall_the_approval_for_a_reason() {
        String approval = request();
        String instance = "/instances/" + read(approval, "purchase-approval").text("/id");
        String gate = "/instances/" + read(approval, "approval-gate").text("/id");

        assertThat(cancel(ada, gate, REASON).code()).isEqualTo("instance_called");
        Answer cancelled = cancel(ada, instance, REASON);

        assertThat(cancelled.status()).as(cancelled.words()).isEqualTo(200);
        assertThat(cancelled.text("/state")).isEqualTo("cancelled");
        assertThat(cancelled.text("/reason")).isEqualTo("The budget is used up.");
        Answer recalled = ann.get("/approvals/" + approval);
        assertThat(recalled.text("/state")).isEqualTo("recalled");
        JsonNode last =
                recalled.body().get("audit").get(recalled.body().get("audit").size() - 1);
        assertThat(last.get("action").asText()).isEqualTo("approval.recalled");
        assertThat(last.get("comment").asText()).isEqualTo("The budget is used up.");
        assertThat(last.at("/actor/name").asText()).startsWith("Ada");
        assertThat(company.signIn("max")
                        .get("/tasks?subject=" + approval)
                        .body()
                        .get("items"))
                .isEmpty();
        assertThat(cancel(ada, instance, REASON).code()).isEqualTo("instance_ended");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(mails(approval)).contains("approval-closed"));
    }

    @Test
    void an_operator_cancels_inside_a_tenant_and_the_requester_is_told() {
        String approval = request();
        MillraceClient ops = signIn("millrace", "ops").with("X-Tenant-ID", company.slug());
        String instance = ops.get("/instances?process=purchase-approval&subject=" + approval)
                .text("/items/0/id");

        assertThat(cancel(ops, "/instances/" + instance, REASON).text("/state")).isEqualTo("cancelled");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(mails(approval)).contains("approval-closed"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Mailbox.recipientsOf(
                                TestServers.mails(), "your request was recalled by a platform operator"))
                        .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": \"  \"}", "{\"reason\": null}", "{\"reason\": 1}"})
    void no_instance_ends_without_a_reason(String body) {
        String approval = request();
        String instance = "/instances/" + read(approval, "purchase-approval").text("/id");

        Answer refused = cancel(ada, instance, body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/reason");
        assertThat(ada.get(instance).text("/state")).isEqualTo("running");
    }

    @ParameterizedTest
    @CsvSource({"ann, 403, 403", "rita, 403, 403", "max, 200, 403", "olga, 200, 409", "ada, 200, 409"})
    void managers_look_and_analysts_and_administrators_act(String name, int look, int act) {
        String approval = request();
        String instance = "/instances/" + read(approval, "purchase-approval").text("/id");
        MillraceClient member = company.signIn(name);

        assertThat(member.get("/instances").status()).isEqualTo(look);
        assertThat(member.get(instance).status()).isEqualTo(look);
        assertThat(member.post(instance + "/retries", null).status()).isEqualTo(act);
        assertThat(cancel(member, instance, REASON).status()).isEqualTo(act == 409 ? 200 : act);
    }

    @Test
    void whoever_read_an_older_state_ends_nothing() {
        String approval = request();
        String instance = "/instances/" + read(approval, "approval-gate").text("/called_by");
        String tag = ada.get(instance).header("ETag");
        deploy(ModelFiles.process("new-phone", "Ask"));

        assertThat(ada.with("If-None-Match", tag).get(instance).status()).isEqualTo(304);
        company.signIn("max").put("/approvals/" + approval + "/gates/manager/decision", APPROVE);
        assertThat(cancel(ada.with("If-Match", tag), instance, REASON).code()).isEqualTo("stale");
    }

    @Test
    void what_runs_is_listed_by_pages_and_narrowed() {
        List<String> approvals = List.of(request(), request(), request());

        Answer first = ada.get("/instances?process=purchase-approval&limit=2");
        Answer second = ada.get("/instances?process=purchase-approval&limit=2&cursor=" + first.text("/next_cursor"));

        List<String> subjects = new ArrayList<>(first.body().findValuesAsText("subject"));
        subjects.addAll(second.body().findValuesAsText("subject"));
        assertThat(subjects).containsExactly(approvals.get(2), approvals.get(1), approvals.get(0));
        assertThat(ada.get("/instances?state=completed").body().get("items")).isEmpty();
        assertThat(ada.get("/instances?state=lost").text("/errors/0/parameter")).isEqualTo("state");
        assertThat(ada.get("/instances?process=none").body().get("items")).isEmpty();
    }

    private String request() {
        return ann.post("/approvals", LAPTOPS).text("/id");
    }

    private Answer read(String approval, String process) {
        Answer list = ada.get("/instances?process=" + process + "&subject=" + approval);
        assertThat(list.body().get("items")).as(list.words()).hasSize(1);
        return ada.get("/instances/" + list.text("/items/0/id"));
    }

    private Answer deploy(byte[] file) {
        return ada.postFile("/processes", "file", file);
    }

    private static Answer cancel(MillraceClient by, String instance, String body) {
        return by.send("DELETE", instance, body);
    }

    private static List<String> steps(Answer instance, String state) {
        List<String> found = new ArrayList<>();
        for (JsonNode step : instance.body().get("path")) {
            if (step.get("state").asText().equals(state))
                found.add(step.get("activity").asText());
        }
        return found;
    }

    private static List<String> mails(String approval) {
        return TestServers.database()
                .texts("SELECT template FROM email_message WHERE model ->> 'approval_id' = '" + approval + "'");
    }
}
