package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls in front of Tasklist, call by call, and what they say. */
class TasklistCallsIT extends WithProduct {

    private static final String ENGINE = "camunda/api/engine/engine/default/";

    private String approval = "";
    private String task = "";

    @BeforeEach
    void ann_asks() {
        approval = signIn("acme", "ann").post("/approvals", """
                        {"type": "purchase", "title": "A kettle", "amount": {"amount": 2500, "currency": "EUR"}}""").text("/id");
        task = signIn("acme", "max").get("/tasks?subject=" + approval).text("/items/0/id");
    }

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
                "task/count"
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
    void a_task_that_nobody_has_claimed_cannot_be_given_back() {
        TasklistClient max = tasklist("acme", "max");

        TasklistClient.Reply reply = max.post(ENGINE + "task/" + task + "/unclaim", "{}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body().path("type").asText()).isEqualTo("task_not_claimed");
        assertThat(reply.message()).isEqualTo("Nobody has claimed the task.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800b"})
    void a_comment_that_cannot_be_stored_is_refused_through_both_doors(String comment) {
        TasklistClient.Reply reply = tasklist("acme", "max").complete(task, "reject", comment);
        MillraceClient.Answer answer = signIn("acme", "max")
                .put(
                        "/approvals/" + approval + "/gates/manager/decision",
                        "{\"decision\": \"reject\", \"comment\": \"%s\"}".formatted(comment));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.message()).isEqualTo("\"comment\" must not contain control characters or broken Unicode.");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/comment");
        assertThat(decision()).isEqualTo("open");
    }

    @Test
    void a_comment_has_the_same_longest_length_through_both_doors() {
        MillraceClient max = signIn("acme", "max");
        String submitted = "{\"decision\": \"reject\", \"comment\": \"%s\"}".formatted("x".repeat(1001));

        MillraceClient.Answer decided = max.put("/approvals/" + approval + "/gates/manager/decision", submitted);
        MillraceClient.Answer completed =
                max.post("/tasks/" + task + "/completion", "{\"variables\": " + submitted + "}");

        assertThat(decided.status()).isEqualTo(completed.status()).isEqualTo(422);
        assertThat(decided.text("/errors/0/pointer")).isEqualTo("/comment");
        assertThat(completed.text("/errors/0/pointer")).isEqualTo("/variables/comment");
        assertThat(tasklist("acme", "max")
                        .complete(task, "reject", "x".repeat(1001))
                        .message())
                .isEqualTo("\"comment\" must not be longer than 1000 characters.");
        assertThat(decision()).isEqualTo("open");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{} | \"decision\" is missing.",
                "{\"decision\": {\"value\": \"perhaps\"}} | \"decision\" must be one of approve, reject, return.",
                "{\"decision\": {\"value\": true}} | \"decision\" must be a text.",
                "{\"decision\": {\"value\": \"approve\", \"type\": \"Object\"}} | \"decision\" must be a text.",
                "{\"decision\": {\"value\": \"approve\"}, \"askedGroup\": {\"value\": \"owner\"}} | \"askedGroup\" is not a field of this form.",
                "{\"decision\": {\"value\": \"approve\"}, \"comment\": {\"value\": 7}} | \"comment\" must be a text.",
                "{\"decision\": {\"value\": \"reject\"}} | A comment is needed to reject a request."
            })
    void what_does_not_fit_the_form_is_refused_in_words_and_changes_nothing(String variables, String words) {
        TasklistClient max = tasklist("acme", "max");
        List<String> before = variablesOfTheProcess();

        for (String call : List.of("submit-form", "complete")) {
            TasklistClient.Reply reply =
                    max.post(ENGINE + "task/" + task + "/" + call, "{\"variables\": " + variables + "}");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.message()).isEqualTo(words);
        }

        assertThat(variablesOfTheProcess()).isEqualTo(before).isNotEmpty();
        assertThat(decision()).isEqualTo("open");
    }

    @Test
    void a_body_that_nobody_can_read_is_refused_in_words() {
        TasklistClient max = tasklist("acme", "max");

        for (String body : List.of("{", "[]", "{\"variables\": 3}", "{\"variables\": {\"decision\": \"approve\"}}")) {
            TasklistClient.Reply reply = max.post(ENGINE + "task/" + task + "/submit-form", body);

            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.message()).isEqualTo("The request cannot be read.");
        }
        assertThat(decision()).isEqualTo("open");
    }

    @Test
    void what_fits_is_accepted_after_all_of_that() {
        TasklistClient.Reply reply = tasklist("acme", "max").complete(task, "approve", "");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(decision()).isEqualTo("approved");
    }

    private static String variables(String decision, String type) {
        return "{\"variables\": {\"decision\": {\"value\": %s, \"type\": \"%s\"}}}".formatted(decision, type);
    }

    private String decision() {
        return signIn("acme", "ann").get("/approvals/" + approval).text("/gates/0/state");
    }

    private List<String> variablesOfTheProcess() {
        return TestServers.database().texts("""
                        SELECT v.name_ || '=' || coalesce(v.text_, '') || ' ' || coalesce(v.task_id_, '')
                        FROM camunda.act_ru_variable v
                        JOIN camunda.act_ru_task t ON t.proc_inst_id_ = v.proc_inst_id_
                        WHERE t.id_ = '%s' ORDER BY 1""".formatted(task));
    }
}
