package io.millrace.outbox;

import io.millrace.Json;
import io.millrace.TextRule;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes JSON of what somebody wants an event to carry, and nothing else than plain values. */
final class EventData {

    /** In UTF-8. */
    static final int MOST_BYTES = 16 * 1024;

    private static final int DEEPEST = 5;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,99}");

    private EventData() {}

    /** @throws EventRefused when there is anything else in it */
    static String json(Map<String, ? extends @Nullable Object> data) {
        String json = Json.write(map(data, 1));
        if (json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)
            throw refused("must not be longer than " + MOST_BYTES / 1024 + " KB");
        return json;
    }

    private static Map<String, Object> map(Map<?, ?> data, int depth) {
        if (depth > DEEPEST) throw refused("must not be deeper than " + DEEPEST + " levels");
        Map<String, Object> plain = new LinkedHashMap<>();
        data.forEach((name, value) -> {
            if (!(name instanceof String text) || !NAME.matcher(text).matches())
                throw refused("must have names of letters, digits, dashes and underscores");
            if (value != null) plain.put(text, value(text, value, depth));
        });
        return plain;
    }

    private static List<Object> list(String name, Iterable<?> values, int depth) {
        if (depth > DEEPEST) throw refused("must not be deeper than " + DEEPEST + " levels");
        List<Object> plain = new ArrayList<>();
        for (Object value : values) {
            if (value != null) plain.add(value(name, value, depth));
        }
        return plain;
    }

    private static Object value(String name, Object value, int depth) {
        if (value instanceof String text) return text(name, text);
        if (value instanceof Boolean) return value;
        if (value instanceof Number number) return number(name, number);
        if (value instanceof Date date) return date.toInstant().toString();
        if (value instanceof Temporal || value instanceof UUID) return value.toString();
        if (value instanceof Map<?, ?> map) return map(map, depth + 1);
        if (value instanceof Iterable<?> list) return list(name, list, depth + 1);
        throw refused("has no plain value under " + name);
    }

    private static String text(String name, String text) {
        String flaw = TextRule.flaw(text, 0, TextRule.LONGEST, true);
        if (flaw != null) throw refused("has a text under " + name + " that " + flaw);
        return text;
    }

    private static Number number(String name, Number number) {
        if (!Double.isFinite(number.doubleValue())) throw refused("has no number under " + name);
        return number;
    }

    private static EventRefused refused(String flaw) {
        return new EventRefused("data", flaw);
    }
}
