package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.scenario.MillraceClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Analysts who bring models of their own. */
class DeployModelsIT extends WithProduct {

    private Company company;
    private MillraceClient ada;

    @BeforeEach
    void a_company() {
        company = Company.founded(here());
        ada = company.signIn("ada");
    }

    @Test
    void a_model_comes_and_is_listed_read_and_taken_away() {
        byte[] file = ModelFiles.process("new-phone", "Ask");
        Answer made = deploy(file);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/processes/new-phone/versions");
        assertThat(made.text("/version")).isEqualTo("1");
        assertThat(ada.get("/processes").text("/items/0/key")).isEqualTo("new-phone");
        assertThat(keys(ada.get("/processes?kind=process")))
                .containsExactlyInAnyOrder("new-phone", "purchase-approval", "approval-gate");
        assertThat(keys(ada.get("/processes?kind=decision"))).containsExactly("approval-routing");
        assertThat(ada.get("/processes/new-phone/bpmn").words()).isEqualTo(new String(file, StandardCharsets.UTF_8));
        assertThat(ada.delete("/processes/new-phone/versions/1").status()).isEqualTo(204);
        assertThat(ada.get("/processes/new-phone/versions").status()).isEqualTo(404);
        assertThat(company.signIn("olga").get("/audit").body().findValuesAsText("action"))
                .startsWith("process.version_deleted", "process.deployed");
        assertThat(TestServers.database()
                        .texts("SELECT type FROM event WHERE subject = '" + made.text("/id") + "' ORDER BY id"))
                .containsExactly("process.deployed", "process.version_deleted");
    }

    @Test
    void the_same_file_again_is_no_new_version_and_an_older_one_is() {
        byte[] first = ModelFiles.process("new-phone", "Ask");
        deploy(first);

        Answer again = deploy(first);
        deploy(ModelFiles.process("new-phone", "Ask twice"));
        Answer back = deploy(first);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().get("unchanged").asBoolean()).isTrue();
        assertThat(again.text("/version")).isEqualTo("1");
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.text("/version")).isEqualTo("3");
        assertThat(ada.get("/processes/new-phone/versions?limit=2").body().findValuesAsText("version"))
                .containsExactly("3", "2");
    }

    @Test
    void a_company_s_own_version_replaces_the_shared_one_for_it_alone() {
        MillraceClient ann = company.signIn("ann");
        String before = ann.post("/approvals", LAPTOPS).text("/id");
        String shared = ada.get("/processes/purchase-approval/bpmn").words();

        Answer made = deploy(ModelFiles.withBudgetCheck(shared));
        String after = ann.post("/approvals", LAPTOPS).text("/id");
        String elsewhere = signIn("globex", "ann").post("/approvals", LAPTOPS).text("/id");

        assertThat(made.status()).as(made.words()).isEqualTo(201);
        assertThat(tasks("rita", after)).containsExactly("Check budget");
        assertThat(tasks("max", after)).isEmpty();
        assertThat(tasks("max", before)).containsExactly("Decide request (manager)");
        assertThat(signIn("globex", "ann").get("/approvals/" + elsewhere).text("/state"))
                .isEqualTo("manager");
        String check = company.signIn("rita").get("/tasks?subject=" + after).text("/items/0/id");
        assertThat(company.signIn("rita")
                        .post("/tasks/" + check + "/completion", "{\"variables\": {}}")
                        .status())
                .isEqualTo(200);
        for (String id : List.of(before, after)) {
            Answer decided = company.signIn("max")
                    .put("/approvals/" + id + "/gates/manager/decision", "{\"decision\": \"approve\"}");
            assertThat(decided.text("/state")).isEqualTo("completed");
        }
        assertThat(ada.delete("/processes/purchase-approval/versions/1").code()).isEqualTo("model_in_use");
    }

    @Test
    void the_shared_process_asks_the_company_s_own_table() {
        String shared = ada.get("/processes/approval-routing/bpmn").words();

        Answer made = deploy(ModelFiles.withLimit(shared, "100"));

        assertThat(made.status()).as(made.words()).isEqualTo(201);
        assertThat(made.text("/kind")).isEqualTo("decision");
        assertThat(gates(company.signIn("ann"))).containsExactly("manager", "revenue_assurance");
        assertThat(gates(signIn("globex", "ann"))).containsExactly("manager");
    }

    @Test
    void of_many_that_deploy_one_key_at_once_each_gets_a_version_of_its_own() throws Exception {
        List<Callable<Answer>> calls = IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(n -> () -> deploy(ModelFiles.process("contested", "Ask number " + n)))
                .toList();
        List<String> versions = new ArrayList<>();
        ExecutorService crowd = Executors.newFixedThreadPool(calls.size());
        try {
            for (Future<Answer> answer : crowd.invokeAll(calls)) {
                assertThat(answer.get().status()).as(answer.get().words()).isEqualTo(201);
                versions.add(answer.get().text("/version"));
            }
        } finally {
            crowd.shutdown();
        }

        assertThat(versions).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8");
    }

    @Test
    void of_two_that_bring_the_same_file_at_once_one_makes_the_version() throws Exception {
        byte[] file = ModelFiles.process("contested", "Ask");
        Callable<Answer> call = () -> deploy(file);
        List<Integer> statuses = new ArrayList<>();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (Future<Answer> answer : both.invokeAll(List.of(call, call))) {
                statuses.add(answer.get().status());
            }
        } finally {
            both.shutdown();
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 201);
        assertThat(ada.get("/processes/contested/versions").body().findValuesAsText("version"))
                .containsExactly("1");
    }

    @Test
    void a_deployment_that_is_marked_happens_once_for_the_same_file() {
        MillraceClient marked = ada.with("Idempotency-Key", UUID.randomUUID().toString());
        byte[] file = ModelFiles.process("new-phone", "Ask");

        Answer first = marked.postFile("/processes", "file", file);
        Answer again = marked.postFile("/processes", "file", file);
        Answer other = marked.postFile("/processes", "file", ModelFiles.process("new-phone", "Else"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
    }

    @ParameterizedTest
    @CsvSource({"ann, 403, 403", "rita, 403, 403", "max, 200, 403", "olga, 200, 403", "ada, 200, 201"})
    void analysts_deploy_and_those_who_answer_for_the_company_look(String name, int look, int deploy) {
        MillraceClient member = company.signIn(name);

        assertThat(member.get("/processes").status()).isEqualTo(look);
        assertThat(member.postFile("/processes", "file", ModelFiles.process("new-phone", "Ask"))
                        .status())
                .isEqualTo(deploy);
    }

    private Answer deploy(byte[] file) {
        return ada.postFile("/processes", "file", file);
    }

    private List<String> tasks(String name, String approval) {
        return company.signIn(name).get("/tasks?subject=" + approval).body().findValuesAsText("name").stream()
                .filter(task -> task.contains(" "))
                .toList();
    }

    private static List<String> gates(MillraceClient ann) {
        List<String> needed = new ArrayList<>();
        for (JsonNode gate : ann.post("/approvals", LAPTOPS).body().get("gates")) {
            if (!gate.get("state").asText().equals("not_needed"))
                needed.add(gate.get("name").asText());
        }
        return needed;
    }

    private static List<String> keys(Answer list) {
        return list.body().findValuesAsText("key");
    }
}
