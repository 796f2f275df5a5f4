package io.millrace.correlation;

import io.millrace.TextRule;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process is given of an event's data: the fields that the model names, if they are a text of up to 4,000
 * characters, a whole number, a number, true or false. Everything else is left out, and the process keeps the value
 * that it has: a missing field, null, a list, an object, a longer text.
 */
public final class EventVariables {

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private EventVariables() {}

    /** @param data a JSON object */
    public static Map<String, Object> of(String data, List<String> names) {
        return names.isEmpty() ? Map.of() : plain(fields(data), names);
    }

    /** Every field that is plain. */
    public static Map<String, Object> all(String data) {
        JsonObject fields = fields(data);
        return plain(fields, fields.keySet());
    }

    private static JsonObject fields(String data) {
        try (JsonReader reader = Json.createReader(new StringReader(data))) {
            return reader.readObject();
        }
    }

    private static Map<String, Object> plain(JsonObject fields, Collection<String> names) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String name : names) {
            Object value = fields.containsKey(name) ? scalar(fields.get(name)) : null;
            if (value != null) variables.put(name, value);
        }
        return variables;
    }

    private static @Nullable Object scalar(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> text(((JsonString) value).getString());
            case NUMBER -> number(((JsonNumber) value).bigDecimalValue());
            default -> null;
        };
    }

    private static @Nullable String text(String text) {
        return text.codePointCount(0, text.length()) <= TextRule.LONGEST ? text : null;
    }

    /** Whole as JSON writes it, so that 5 is a long and 5.0 a double, whatever this amount is. */
    private static Object number(BigDecimal number) {
        if (number.scale() != 0) return number.doubleValue();
        BigInteger whole = number.unscaledValue();
        boolean fits = whole.compareTo(LEAST) >= 0 && whole.compareTo(MOST) <= 0;
        return fits ? (Object) whole.longValue() : (Object) number.doubleValue();
    }
}
