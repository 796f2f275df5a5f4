package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be submitted in Tasklist, and what it says otherwise. */
class TasklistFormIT extends WithTask {

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

    private List<String> variablesOfTheProcess() {
        return TestServers.database().texts("""
                        SELECT v.name_ || '=' || coalesce(v.text_, '') || ' ' || coalesce(v.task_id_, '')
                        FROM camunda.act_ru_variable v
                        JOIN camunda.act_ru_task t ON t.proc_inst_id_ = v.proc_inst_id_
                        WHERE t.id_ = '%s' ORDER BY 1""".formatted(task));
    }
}
