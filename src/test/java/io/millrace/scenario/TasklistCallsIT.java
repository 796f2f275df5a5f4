package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls in front of Tasklist, call by call, and what they say. */
class TasklistCallsIT extends WithTask {

    @Test
    void whoever_is_not_signed_in_is_told_so() {
        TasklistClient nobody = TasklistClient.visiting(here());

        assertThat(nobody.get(ENGINE + "task/" + task).status()).isEqualTo(401);
        assertThat(nobody.get(ENGINE + "task/" + task).body().path("type").asText())
                .isEqualTo("not_signed_in");
        assertThat(nobody.complete(task, "approve", "").status()).isEqualTo(401);
        assertThat(decision()).isEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task?maxResults=1",
                "process-instance",
                "history/variable-instance",
                "user",
                "external-task",
                "deployment",
                "task/report/candidate-group-count"
            })
    void what_tasklist_does_not_need_is_not_offered_even_to_an_owner(String path) {
        TasklistClient.Reply reply = tasklist("acme", "olga").get(ENGINE + path);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body().path("type").asText()).isEqualTo("not_offered");
    }

    @Test
    void what_tasklist_does_not_need_is_not_offered_for_writing_either() {
        TasklistClient olga = tasklist("acme", "olga");

        assertThat(olga.post(ENGINE + "task/" + task + "/variables", "{}").status())
                .isEqualTo(403);
        assertThat(olga.post(ENGINE + "task/" + task + "/delegate", "{}").status())
                .isEqualTo(403);
        assertThat(olga.post(ENGINE + "message", "{}").status()).isEqualTo(403);
    }

    @Test
    void a_call_without_the_page_s_token_is_refused_in_words() {
        TasklistClient max = tasklist("acme", "max");

        TasklistClient.Reply reply =
                max.withoutToken().post(ENGINE + "task/" + task + "/submit-form", variables("\"approve\"", "String"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.message()).contains("reload");
        assertThat(decision()).isEqualTo("open");
    }

    @Test
    void a_task_of_another_tenant_is_not_there() {
        TasklistClient stranger = tasklist("globex", "max");

        assertThat(List.of(
                        stranger.get(ENGINE + "task/" + task),
                        stranger.get(ENGINE + "task/" + task + "/form"),
                        stranger.get(ENGINE + "task/" + task + "/form-variables"),
                        stranger.get(ENGINE + "history/user-operation?taskId=" + task)))
                .allMatch(reply -> reply.status() == 404);
        assertThat(stranger.post(ENGINE + "task/" + task + "/claim", "{}").status())
                .isEqualTo(404);
        assertThat(stranger.complete(task, "approve", "").status()).isEqualTo(404);
        assertThat(decision()).isEqualTo("open");
    }

    @Test
    void it_answers_for_a_task_of_another_tenant_as_for_none() {
        TasklistClient stranger = tasklist("globex", "max");
        assertThat(stranger.get(ENGINE + "task/" + task)).isEqualTo(stranger.get(ENGINE + "task/" + NOTHING));
        assertThat(stranger.complete(task, "approve", "")).isEqualTo(stranger.complete(NOTHING, "approve", ""));
    }

    @Test
    void for_whoever_is_in_no_group_of_its_gate_a_task_is_not_there_whatever_the_engine_grants() {
        TasklistClient rita = tasklist("acme", "rita");

        for (String call : List.of("task/%s", "task/%s/form", "task/%s/comment", "history/user-operation?taskId=%s")) {
            assertThat(rita.get(ENGINE + call.formatted(task)).status())
                    .as(call)
                    .isEqualTo(404);
        }
        assertThat(rita.post(ENGINE + "task/" + task + "/claim", "{}").status()).isEqualTo(404);
        assertThat(rita.post(ENGINE + "task/" + task + "/unclaim", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void a_link_to_what_is_done_says_so_to_whom_it_was_asked_and_nothing_to_others() {
        tasklist("acme", "max").complete(task, "approve", "");
        String none = "0190d6e0-0000-7000-8000-000000000001";

        for (String call : List.of("task/%s", "task/%s/form-variables", "history/user-operation?taskId=%s")) {
            TasklistClient.Reply theirs = tasklist("acme", "max").get(ENGINE + call.formatted(task));
            assertThat(theirs.body().path("type").asText()).isEqualTo("task_not_open");
            assertThat(theirs.message()).isEqualTo("This is done already. Nothing is left to do here.");
            for (TasklistClient other : List.of(tasklist("globex", "max"), tasklist("acme", "rita"))) {
                TasklistClient.Reply reply = other.get(ENGINE + call.formatted(task));
                assertThat(reply).isEqualTo(other.get(ENGINE + call.formatted(none)));
                assertThat(reply.status()).isEqualTo(404);
            }
        }
    }

    @Test
    void a_link_to_what_was_taken_back_says_so() {
        signIn("acme", "ann").delete("/approvals/" + approval);

        assertThat(tasklist("acme", "max").get(ENGINE + "task/" + task).message())
                .isEqualTo("Nobody is asked this any more: it was taken back, or others are asked now.");
    }

    @ParameterizedTest
    @CsvSource({
        "rita, 403, not_your_gate, You are not among those who decide at the gate manager.",
        "ann, 403, own_request, Nobody decides their own request."
    })
    void whoever_may_not_decide_is_told_so_as_through_the_api(String who, int status, String code, String words) {
        TasklistClient.Reply reply = tasklist("acme", who).complete(task, "approve", "");
        MillraceClient.Answer answer = signIn("acme", who)
                .put("/approvals/" + approval + "/gates/manager/decision", "{\"decision\": \"approve\"}");

        assertThat(reply.status()).isEqualTo(answer.status()).isEqualTo(status);
        assertThat(reply.body().path("type").asText()).isEqualTo(answer.code()).isEqualTo(code);
        assertThat(reply.message()).isEqualTo(answer.text("/detail")).isEqualTo(words);
        assertThat(decision()).isEqualTo("open");
    }

    @Test
    void a_task_is_claimed_for_oneself_only() {
        TasklistClient.Reply reply =
                tasklist("acme", "max").post(ENGINE + "task/" + task + "/claim", "{\"userId\": \"somebody\"}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.message()).isEqualTo("You can claim a task for yourself only.");
    }

    @Test
    void a_task_that_nobody_has_claimed_cannot_be_given_back() {
        TasklistClient max = tasklist("acme", "max");

        TasklistClient.Reply reply = max.post(ENGINE + "task/" + task + "/unclaim", "{}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body().path("type").asText()).isEqualTo("task_not_claimed");
        assertThat(reply.message()).isEqualTo("Nobody has claimed the task.");
    }

    private static String variables(String decision, String type) {
        return "{\"variables\": {\"decision\": {\"value\": %s, \"type\": \"%s\"}}}".formatted(decision, type);
    }
}
