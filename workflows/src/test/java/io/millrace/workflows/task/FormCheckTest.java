package io.millrace.workflows.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Refusal.Finding;
import io.millrace.approval.Decision;
import io.millrace.bpmn.ApprovalGate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormCheckTest {

    @Test
    void what_the_form_offers_passes() {
        assertThat(FormCheck.check(ApprovalGate.FORM, Map.of("decision", "approve", "comment", "fine")))
                .isEmpty();
    }

    @Test
    void an_optional_field_may_be_absent_or_empty_or_null() {
        Map<String, @Nullable Object> untouched = new HashMap<>(Map.of("decision", "approve"));
        untouched.put("comment", null);

        assertThat(FormCheck.check(ApprovalGate.FORM, Map.of("decision", "approve")))
                .isEmpty();
        assertThat(FormCheck.check(ApprovalGate.FORM, Map.of("decision", "approve", "comment", "")))
                .isEmpty();
        assertThat(FormCheck.check(ApprovalGate.FORM, untouched)).isEmpty();
    }

    @Test
    void a_missing_decision_is_named() {
        assertThat(FormCheck.check(ApprovalGate.FORM, Map.of("comment", "fine")))
                .containsExactly(new Finding("/variables/decision", "\"decision\" is missing."));
    }

    @Test
    void an_unknown_decision_is_told_what_is_known() {
        assertThat(FormCheck.check(ApprovalGate.FORM, Map.of("decision", "maybe")))
                .containsExactly(
                        new Finding("/variables/decision", "\"decision\" must be one of approve, reject, return."));
    }

    @Test
    void a_value_of_another_type_is_named() {
        assertThat(FormCheck.check(ApprovalGate.FORM, Map.of("decision", 1)))
                .containsExactly(new Finding("/variables/decision", "\"decision\" must be a text."));
    }

    @Test
    void a_comment_may_not_be_longer_than_the_form_says() {
        String novel = "x".repeat(ApprovalGate.COMMENT_MAX_LENGTH + 1);

        assertThat(FormCheck.check(ApprovalGate.FORM, Map.of("decision", "reject", "comment", novel)))
                .containsExactly(new Finding(
                        "/variables/comment",
                        "\"comment\" must not be longer than %d characters."
                                .formatted(ApprovalGate.COMMENT_MAX_LENGTH)));
    }

    @Test
    void a_comment_may_be_as_long_as_through_the_api_counted_in_characters() {
        String flowers = "🌼".repeat(Decision.COMMENT_MAX_LENGTH);

        assertThat(ApprovalGate.COMMENT_MAX_LENGTH).isEqualTo(Decision.COMMENT_MAX_LENGTH);
        assertThat(FormCheck.check(ApprovalGate.FORM, Map.of("decision", "reject", "comment", flowers)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\uD800b", "a\u001Bb"})
    void what_cannot_be_stored_or_seen_is_named(String comment) {
        assertThat(FormCheck.check(ApprovalGate.FORM, Map.of("decision", "reject", "comment", comment)))
                .containsExactly(new Finding(
                        "/variables/comment", "\"comment\" must not contain control characters or broken Unicode."));
    }

    @Test
    void lines_may_be_broken() {
        assertThat(FormCheck.check(ApprovalGate.FORM, Map.of("decision", "reject", "comment", "a\r\n\tb")))
                .isEmpty();
    }

    @Test
    void a_field_that_the_form_does_not_have_is_named() {
        assertThat(FormCheck.check(ApprovalGate.FORM, Map.of("decision", "approve", "a/b~c", "x")))
                .containsExactly(new Finding("/variables/a~1b~0c", "\"a/b~c\" is not a field of this form."));
    }

    @Test
    void nothing_may_be_submitted_where_there_is_no_form() {
        assertThat(FormCheck.check(null, Map.of())).isEmpty();
        assertThat(FormCheck.check(null, Map.of("x", "y"))).hasSize(1);
        assertThat(FormCheck.check("unheard-of", Map.of("x", "y"))).hasSize(1);
    }
}
