package io.millrace.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The form shows what the delegate prepares, and lets people submit what the vocabulary allows. */
class ApprovalFormTest {

    private final JsonNode form = read();

    @Test
    void it_is_found_under_its_key() {
        assertThat(form.path("id").asText()).isEqualTo(ApprovalGate.FORM);
        assertThat(Models.FORM_FIELDS).containsKey(ApprovalGate.FORM);
    }

    @Test
    void it_shows_the_request_and_what_was_decided_before() {
        assertThat(fields(ApprovalFormTest::isOnlyShown))
                .extracting(f -> f.path("key").asText())
                .containsExactly(
                        ApprovalGate.REQUEST_TITLE,
                        ApprovalGate.REQUEST_AMOUNT,
                        ApprovalGate.REQUESTER_NAME,
                        ApprovalGate.REQUEST_REASON,
                        ApprovalGate.DECIDED_BEFORE);
    }

    @Test
    void it_submits_the_fields_of_the_vocabulary_and_no_other() {
        List<FormField> submitted = fields(f -> !isOnlyShown(f)).stream()
                .map(ApprovalFormTest::asField)
                .toList();

        assertThat(submitted).isEqualTo(ApprovalGate.FORM_FIELDS);
    }

    @Test
    void the_comments_of_the_earlier_gates_fit_into_what_it_shows() {
        int earlierGates = PurchaseApproval.NEEDED_BY_GATE.size() - 1;
        int decider = 300;

        assertThat(earlierGates * (decider + ApprovalGate.COMMENT_MAX_LENGTH))
                .isLessThanOrEqualTo(Models.TEXT_MAX_LENGTH);
    }

    /** A text view would render its text as Markdown, and a request's title could then bring links and pictures. */
    @Test
    void it_shows_what_people_wrote_as_plain_text() {
        assertThat(form.path("components"))
                .extracting(c -> c.path("type").asText())
                .containsOnly("textfield", "textarea", "separator", "radio");
    }

    private List<JsonNode> fields(Predicate<JsonNode> wanted) {
        List<JsonNode> fields = new ArrayList<>();
        form.path("components").forEach(c -> {
            if (c.has("key") && wanted.test(c)) fields.add(c);
        });
        return fields;
    }

    /** Tasklist submits every field that has a key and is not disabled, read-only ones too. */
    private static boolean isOnlyShown(JsonNode field) {
        return field.path("disabled").asBoolean();
    }

    private static FormField asField(JsonNode field) {
        String name = field.path("key").asText();
        String words = field.path("label").asText();
        List<String> values = new ArrayList<>();
        field.path("values").forEach(v -> values.add(v.path("value").asText()));
        if (!values.isEmpty()) return FormField.choice(name, words, values.toArray(String[]::new));
        return FormField.optionalText(
                name, words, field.path("validate").path("maxLength").asInt());
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(Drawing.open("approval-decision.form"));
        } catch (IOException e) {
            throw new AssertionError("the form is no JSON", e);
        }
    }
}
