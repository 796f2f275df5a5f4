package io.millrace.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskBodiesTest {

    @Test
    void texts_are_read_whether_or_not_they_are_called_so() {
        assertThat(
                        TaskBodies.variables(
                                "{\"variables\":{\"decision\":{\"value\":\"approve\",\"type\":\"String\"},\"comment\":{\"value\":\"\"}}}"))
                .containsEntry("decision", "approve")
                .containsEntry("comment", "");
    }

    @Test
    void a_value_of_another_type_is_no_text() {
        var variables = TaskBodies.variables("""
                {"variables": {
                  "number": {"value": 1},
                  "called": {"value": "approve", "type": "Object", "valueInfo": {"objectTypeName": "java.lang.Runtime"}},
                  "file": {"value": "eHl6", "type": "File"},
                  "list": {"value": ["approve"]}}}""");

        assertThat(variables.values()).hasSize(4).noneMatch(String.class::isInstance);
    }

    @Test
    void nothing_is_submitted_by_an_empty_body() {
        assertThat(TaskBodies.variables("")).isEmpty();
        assertThat(TaskBodies.variables("{}")).isEmpty();
        assertThat(TaskBodies.variables("{\"variables\":null}")).isEmpty();
    }

    @Test
    void what_goes_on_is_written_anew_from_what_was_read() {
        String sent =
                "{\"variables\":{\"decision\":{\"value\":\"approve\",\"valueInfo\":{\"transient\":true}}},\"withVariablesInReturn\":true}";

        assertThat(TaskBodies.submission(TaskBodies.variables(sent)))
                .isEqualTo("{\"variables\":{\"decision\":{\"type\":\"String\",\"value\":\"approve\"}}}");
    }

    @Test
    void a_body_that_is_no_object_is_unreadable() {
        for (String body : List.of("[]", "{", "{\"variables\":3}", "{\"variables\":{\"decision\":\"approve\"}}")) {
            assertThatThrownBy(() -> TaskBodies.variables(body)).as(body).isInstanceOf(UnreadableCall.class);
        }
        assertThatThrownBy(() -> TaskBodies.requireClaimFor("me", "{\"userId\":3}"))
                .isInstanceOf(UnreadableCall.class);
    }

    @Test
    void one_claims_for_oneself_only() {
        assertThatCode(() -> TaskBodies.requireClaimFor("me", "{\"userId\":\"me\"}"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> TaskBodies.requireClaimFor("me", "{\"userId\":\"you\"}"))
                .isInstanceOf(ClaimForAnother.class)
                .hasMessage("You can claim a task for yourself only.");
        assertThat(TaskBodies.claimFor("me")).isEqualTo("{\"userId\":\"me\"}");
    }
}
