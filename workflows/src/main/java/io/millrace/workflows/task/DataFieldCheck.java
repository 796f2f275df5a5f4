package io.millrace.workflows.task;

import io.millrace.Refusal.Finding;
import io.millrace.TextRule;
import io.millrace.bpmn.Models;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares what was submitted with the fields that the model gives its task, and makes of it what the engine keeps. */
final class DataFieldCheck {

    /** With an offset as pages write it, without a colon. */
    private static final DateTimeFormatter PAGES = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHMM", "Z")
            .toFormatter(Locale.ROOT);

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private DataFieldCheck() {}

    /** @param isKnown whether the process has a value under a name already, which a required field goes with */
    static DataFieldCheck of(
            List<DataField> fields, Map<String, ? extends @Nullable Object> submitted, Predicate<String> isKnown) {
        DataFieldCheck check = new DataFieldCheck();
        submitted.keySet().stream()
                .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
                .forEach(name -> check.found(name, "is not a field of this form"));
        fields.forEach(field -> check.take(field, submitted.get(field.name()), isKnown));
        return check;
    }

    List<Finding> findings() {
        return findings;
    }

    /** As the engine keeps them; what was left empty is not among them. */
    Map<String, @Nullable Object> values() {
        return values;
    }

    private void take(DataField field, @Nullable Object value, Predicate<String> isKnown) {
        if (value == null || value.equals("")) {
            boolean isMissing = field.isRequired() && !field.hasDefault() && !isKnown.test(field.name());
            if (isMissing) found(field.name(), "is missing");
            return;
        }
        if (field.isShownOnly()) {
            found(field.name(), "is only shown, not asked");
            return;
        }
        Object kept = switch (field.type()) {
            case STRING -> text(field, value);
            case LONG -> number(field, value);
            case BOOLEAN -> value instanceof Boolean ? value : found(field.name(), "must be true or false");
            case DATE -> date(field, value);
            case ENUM -> choice(field, value);
        };
        if (kept != null) values.put(field.name(), kept);
    }

    private @Nullable Object text(DataField field, Object value) {
        if (!(value instanceof String text)) return found(field.name(), "must be a text");
        Long least = field.limit("minlength");
        Long most = field.limit("maxlength");
        int longest = most == null ? Models.TEXT_MAX_LENGTH : (int) Math.min(most, Models.TEXT_MAX_LENGTH);
        String flaw = TextRule.flaw(text, least == null ? 0 : least.intValue(), longest, true);
        return flaw == null ? text : found(field.name(), flaw);
    }

    private @Nullable Object number(DataField field, Object value) {
        if (!(value instanceof Long || value instanceof Integer)) return found(field.name(), "must be a whole number");
        long number = ((Number) value).longValue();
        Long least = field.limit("min");
        Long most = field.limit("max");
        if (least != null && number < least) return found(field.name(), "must not be less than " + least);
        if (most != null && number > most) return found(field.name(), "must not be more than " + most);
        return number;
    }

    private @Nullable Object choice(DataField field, Object value) {
        if (value instanceof String text && field.allowed().contains(text)) return text;
        return found(field.name(), "must be one of " + String.join(", ", field.allowed()));
    }

    private @Nullable Object date(DataField field, Object value) {
        try {
            if (value instanceof String text) return Date.from(instant(text));
        } catch (DateTimeException unreadable) {
            // said below
        }
        return found(field.name(), "must be a day such as 2027-03-01, or a moment such as 2027-03-01T12:00:00Z");
    }

    /** What names no zone is in UTC, as everywhere. */
    private static Instant instant(String text) {
        if (!text.contains("T"))
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (text.matches(".*[+-]\\d{4}"))
            return OffsetDateTime.parse(text, PAGES).toInstant();
        return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private @Nullable Object found(String name, String flaw) {
        findings.add(FormCheck.finding(name, "\"%s\" %s.".formatted(name, flaw)));
        return null;
    }
}
