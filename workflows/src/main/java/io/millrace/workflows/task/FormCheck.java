package io.millrace.workflows.task;

import io.millrace.Refusal.Finding;
import io.millrace.TextRule;
import io.millrace.bpmn.FormField;
import io.millrace.bpmn.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what was submitted for a task with what its form lets people submit. */
final class FormCheck {

    private FormCheck() {}

    /** @param formKey null for a task without a form, with which nothing may be submitted */
    static List<Finding> check(@Nullable String formKey, Map<String, ? extends @Nullable Object> submitted) {
        List<FormField> fields = formKey == null ? List.of() : Models.FORM_FIELDS.getOrDefault(formKey, List.of());
        List<Finding> findings = new ArrayList<>();
        for (String name : submitted.keySet()) {
            boolean known = fields.stream().anyMatch(field -> field.name().equals(name));
            if (!known) findings.add(finding(name, "\"%s\" is not a field of this form.".formatted(name)));
        }
        for (FormField field : fields) {
            String wrong = wrong(field, submitted.get(field.name()));
            if (wrong != null) findings.add(finding(field.name(), wrong));
        }
        return findings;
    }

    private static @Nullable String wrong(FormField field, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return field.required() ? "\"%s\" is missing.".formatted(field.name()) : null;
        }
        if (!(value instanceof String text)) return "\"%s\" must be a text.".formatted(field.name());
        if (!field.allowed().isEmpty() && !field.allowed().contains(text)) {
            return "\"%s\" must be one of %s.".formatted(field.name(), String.join(", ", field.allowed()));
        }
        String flaw = TextRule.flaw(text, 0, field.maxLength(), true);
        return flaw == null ? null : "\"%s\" %s.".formatted(field.name(), flaw);
    }

    static Finding finding(String name, String detail) {
        // RFC 6901: these two characters are escaped in a pointer.
        return new Finding("/variables/" + name.replace("~", "~0").replace("/", "~1"), detail);
    }
}
