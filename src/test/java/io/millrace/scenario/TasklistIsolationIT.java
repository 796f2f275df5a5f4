package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Tasklist tells and lets do, to people of another tenant. */
class TasklistIsolationIT extends WithProduct {

    private static final String SECRET = """
            {"type": "purchase", "title": "Secret of acme", "amount": {"amount": 100, "currency": "EUR"}}""";

    private TasklistClient stranger;

    @BeforeEach
    void somebody_of_globex() {
        stranger = tasklist("globex", "max");
    }

    @Test
    void tasklist_shows_a_member_of_globex_nothing_of_acme() {
        MillraceClient max = signIn("acme", "max");
        String approval = signIn("acme", "ann").post("/approvals", SECRET).text("/id");
        String task = max.get("/tasks?subject=" + approval).text("/items/0/id");
        String instance = TestServers.database()
                .texts("SELECT instance_id FROM millrace.task WHERE id = '" + task + "'")
                .get(0);
        String id = max.get("/me").text("/id");

        for (String call : List.of(
                "GET /task/%s",
                "GET /task/%s/form",
                "GET /task/%s/deployed-form",
                "GET /task/%s/form-variables",
                "GET /task/%s/identity-links",
                "GET /task/%s/comment",
                "POST /task/%s/claim",
                "POST /task/%s/unclaim",
                "POST /task/%s/submit-form",
                "POST /task/%s/complete",
                "GET /history/user-operation?taskId=%s",
                "GET /history/user-operation/count?taskId=%s")) {
            TasklistClient.Reply acmes = stranger.engine(call.formatted(task), "{}");
            TasklistClient.Reply nobodys = stranger.engine(call.formatted(NOTHING), "{}");
            assertThat(acmes.status()).as(call).isBetween(400, 499).isEqualTo(nobodys.status());
            assertThat(acmes.message()).as(call).isEqualTo(nobodys.message().replace(NOTHING, task));
        }
        assertThat(stranger.engine("GET /task?assignee=" + id + "&processInstanceId=" + instance, "")
                        .body())
                .isEmpty();
        assertThat(stranger.engine("GET /user/" + id + "/profile", "").body().toString())
                .doesNotContain("Max", "acme");
    }

    @Test
    void tasklists_filters_and_their_counts_leave_acme_out() {
        JsonNode before = stranger.engine("GET /filter?resourceType=Task&itemCount=true", "")
                .body();
        assertThat(before).hasSizeGreaterThanOrEqualTo(2);
        List<String> globexs = TestServers.database()
                .texts("SELECT t.id FROM millrace.task t JOIN millrace.tenant n ON n.id = t.tenant_id"
                        + " WHERE n.slug = 'globex'");

        signIn("acme", "ann").post("/approvals", SECRET);

        assertThat(stranger.engine("GET /filter?resourceType=Task&itemCount=true", "")
                        .body())
                .isEqualTo(before);
        for (JsonNode filter : before) {
            String address = "/filter/" + filter.get("id").asText();
            JsonNode tasks = stranger.engine("POST " + address + "/list?maxResults=200", "{}")
                    .body();
            assertThat(tasks).hasSize(filter.get("itemCount").asInt());
            assertThat(stranger.engine("POST " + address + "/count", "{}")
                            .body()
                            .path("count"))
                    .isEqualTo(filter.get("itemCount"));
            assertThat(tasks)
                    .allSatisfy(
                            task -> assertThat(globexs).contains(task.get("id").asText()));
        }
    }
}
