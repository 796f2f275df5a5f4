package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.scenario.MillraceClient.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApiIT extends WithProduct {

    private static final String APPROVE = "{\"decision\": \"approve\"}";

    @Test
    void a_request_that_is_sent_twice_at_once_happens_once() {
        MillraceClient ann =
                signIn("acme", "ann").with("Idempotency-Key", UUID.randomUUID().toString());

        List<Answer> answers = atOnce(8, () -> ann.post("/approvals", LAPTOPS));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers)
                .extracting(answer -> answer.body().toString())
                .containsOnly(answers.get(0).body().toString());
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotent-Replayed").isEmpty())
                .hasSize(1);
        assertThat(ann.post("/approvals", LAPTOPS.replace("Two", "Six")).code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void of_answers_at_the_same_moment_through_both_doors_of_the_api_one_wins() {
        MillraceClient max = signIn("acme", "max");
        String id = signIn("acme", "ann").post("/approvals", LAPTOPS).text("/id");
        String task = max.get("/tasks?subject=" + id).text("/items/0/id");

        List<Answer> answers = atOnce(
                6,
                () -> max.put("/approvals/" + id + "/gates/manager/decision", APPROVE),
                () -> max.post("/tasks/" + task + "/completion", "{\"variables\": " + APPROVE + "}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(5);
        assertThat(max.get("/approvals/" + id).body().at("/audit").findValuesAsText("action"))
                .containsExactly("approval.requested", "approval.gate_opened", "approval.gate_decided");
    }

    @Test
    void pages_follow_one_another_while_rows_are_inserted() {
        MillraceClient ann = signIn("globex", "ann");
        IntStream.range(0, 5).forEach(i -> ann.post("/approvals", LAPTOPS));
        Set<String> before = ids(ann.get("/approvals?mine=true&limit=200"));

        Set<String> seen = new HashSet<>();
        Answer page = ann.get("/approvals?mine=true&limit=2");
        while (true) {
            seen.addAll(ids(page));
            ann.post("/approvals", LAPTOPS);
            String cursor = page.text("/next_cursor");
            if (cursor.isEmpty() || page.body().at("/next_cursor").isNull()) break;
            assertThat(page.header("Link")).contains(cursor).endsWith("rel=\"next\"");
            page = ann.get("/approvals?mine=true&limit=2&cursor=" + cursor);
        }

        assertThat(seen).isEqualTo(before);
    }

    @Test
    void a_suspension_and_a_sign_out_take_effect_at_once() {
        MillraceClient olga = signIn("globex", "olga");
        MillraceClient ada = signIn("globex", "ada");
        String member = "/members/" + ada.get("/me").text("/id");

        assertThat(olga.patch(member, "{\"state\": \"suspended\"}").status()).isEqualTo(200);
        assertThat(ada.get("/me").status()).isEqualTo(401);
        assertThat(olga.patch(member, "{\"state\": \"active\"}").status()).isEqualTo(200);
        assertThat(ada.get("/me").status()).as("whoever had her device").isEqualTo(401);
        MillraceClient again = signIn("globex", "ada");
        assertThat(again.delete("/auth/tokens").status()).isEqualTo(204);
        assertThat(again.get("/me").status()).isEqualTo(401);
    }

    @Test
    void a_claim_is_given_back_by_whoever_has_it_or_by_an_owner() {
        MillraceClient ann = signIn("acme", "ann");
        MillraceClient max = signIn("acme", "max");
        MillraceClient olga = signIn("acme", "olga");
        String id = ann.post("/approvals", LAPTOPS).text("/id");
        String task = max.get("/tasks?subject=" + id).text("/items/0/id");
        String claim = "/tasks/" + task + "/claim";

        assertThat(max.delete(claim).code()).isEqualTo("task_not_claimed");
        max.post(claim, null);
        assertThat(signIn("acme", "rita").delete(claim).status()).isEqualTo(404);
        assertThat(max.delete(claim).body().has("assignee")).isFalse();
        max.post(claim, null);
        assertThat(olga.delete(claim).body().has("assignee")).isFalse();
        assertThat(max.get("/tasks?claimable=true&subject=" + id).text("/items/0/id"))
                .isEqualTo(task);
        ann.delete("/approvals/" + id);
        assertThat(max.delete(claim).code()).isEqualTo("task_not_open");

        Answer trail = olga.get("/audit?subject=" + task);
        assertThat(trail.body().at("/items")).hasSize(1);
        assertThat(trail.text("/items/0/action")).isEqualTo("task.released");
        assertThat(trail.text("/items/0/actor/name")).isEqualTo("Olga Acme");
        assertThat(trail.text("/items/0/on_behalf_of/name")).isEqualTo("Max Acme");
    }

    @Test
    void a_call_that_needs_no_body_takes_no_other_wishes() {
        MillraceClient max = signIn("acme", "max");
        MillraceClient ops = signIn("millrace", "ops");
        String id = signIn("acme", "ann").post("/approvals", LAPTOPS).text("/id");
        String claim = "/tasks/" + max.get("/tasks?subject=" + id).text("/items/0/id") + "/claim";
        String retry = "/deliveries/" + UUID.randomUUID() + "/retries";

        assertThat(List.of(max.post(claim, "{broken"), ops.post(retry, "{broken")))
                .extracting(Answer::code)
                .containsOnly("unreadable_body");
        assertThat(List.of(max.post(claim, "{\"for\": \"moe\"}"), ops.post(retry, "{\"for\": 1}")))
                .extracting(answer -> answer.text("/errors/0/pointer"))
                .containsOnly("/for");
        assertThat(max.with("Content-Type", "text/plain").post(claim, "please").status())
                .isEqualTo(415);
        assertThat(max.post(claim, "{}").status()).isEqualTo(200);
        assertThat(ops.post(retry, null).status()).isEqualTo(404);
    }

    @Test
    void an_operator_acts_inside_a_tenant_and_nobody_else_does() {
        MillraceClient ops = signIn("millrace", "ops").with("X-Tenant-ID", "acme");

        assertThat(ops.get("/me").text("/tenant/slug")).isEqualTo("acme");
        assertThat(ops.get("/deliveries?state=dead").status()).isEqualTo(200);
        assertThat(ops.get("/approvals").code()).isEqualTo("not_allowed");
        assertThat(signIn("globex", "olga")
                        .with("X-Tenant-ID", "acme")
                        .get("/members")
                        .code())
                .isEqualTo("not_allowed");
    }

    @Test
    void what_another_tenant_has_is_not_there() {
        MillraceClient stranger = signIn("globex", "olga");
        String id = signIn("acme", "ann").post("/approvals", LAPTOPS).text("/id");
        String task = signIn("acme", "max").get("/tasks?subject=" + id).text("/items/0/id");
        String member = signIn("acme", "ann").get("/me").text("/id");

        assertThat(List.of(
                        stranger.get("/approvals/" + id),
                        stranger.delete("/approvals/" + id),
                        stranger.put("/approvals/" + id + "/gates/manager/decision", APPROVE),
                        stranger.get("/tasks/" + task),
                        stranger.post("/tasks/" + task + "/claim", null),
                        stranger.delete("/tasks/" + task + "/claim"),
                        stranger.post("/tasks/" + task + "/completion", "{\"variables\": " + APPROVE + "}"),
                        stranger.get("/members/" + member),
                        stranger.patch("/members/" + member, "{}")))
                .allMatch(answer -> answer.status() == 404);
    }

    private static Set<String> ids(Answer page) {
        Set<String> ids = new HashSet<>();
        for (JsonNode item : page.body().at("/items")) {
            ids.add(item.at("/id").asText());
        }
        return ids;
    }

    @SafeVarargs
    private static List<Answer> atOnce(int times, Supplier<Answer>... requests) {
        List<CompletableFuture<Answer>> running = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            running.add(CompletableFuture.supplyAsync(requests[i % requests.length], task -> new Thread(task).start()));
        }
        return running.stream().map(CompletableFuture::join).toList();
    }
}
