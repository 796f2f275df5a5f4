package io.millrace.web;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes the bodies with which the vendor's pages claim and complete tasks. */
final class TaskBodies {

    private static final Set<String> TEXT_TYPES = Set.of("String", "string", "Date", "date", "Null", "null");
    private static final Set<String> NUMBER_TYPES = Set.of("Long", "long", "Integer", "integer");
    private static final Set<String> BOOLEAN_TYPES = Set.of("Boolean", "boolean");

    /** As the engine's interface reads it. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private TaskBodies() {}

    /** @throws ClaimForAnother when the task is claimed for anybody but oneself */
    static void requireClaimFor(String me, String body) {
        JsonValue claimant = object(body).getOrDefault("userId", JsonValue.NULL);
        if (claimant == JsonValue.NULL) return;
        if (!(claimant instanceof JsonString id)) throw new UnreadableCall();
        if (!id.getString().equals(me)) throw new ClaimForAnother();
    }

    static String claimFor(String me) {
        return Json.createObjectBuilder().add("userId", me).build().toString();
    }

    /**
     * What was submitted, by name: texts, also for dates, whole numbers and booleans. Any other value comes out as
     * something that no form accepts, whatever type it was called.
     *
     * @throws UnreadableCall when it has another shape
     */
    static Map<String, @Nullable Object> variables(String body) {
        JsonValue submitted = object(body).getOrDefault("variables", JsonValue.EMPTY_JSON_OBJECT);
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        if (submitted == JsonValue.NULL) return variables;
        objectOf(submitted).forEach((name, variable) -> variables.put(name, value(objectOf(variable))));
        return variables;
    }

    static String submission(Map<String, ? extends @Nullable Object> variables) {
        JsonObjectBuilder written = Json.createObjectBuilder();
        variables.forEach((name, value) -> {
            if (value instanceof String text) written.add(name, typed("String").add("value", text));
            if (value instanceof Boolean yes) written.add(name, typed("Boolean").add("value", yes));
            if (value instanceof Long number) written.add(name, typed("Long").add("value", number));
            if (value instanceof Date date)
                written.add(name, typed("Date").add("value", DATE.format(date.toInstant())));
        });
        return Json.createObjectBuilder().add("variables", written).build().toString();
    }

    private static @Nullable Object value(JsonObject variable) {
        JsonValue value = variable.getOrDefault("value", JsonValue.NULL);
        JsonValue type = variable.getOrDefault("type", JsonValue.NULL);
        if (value == JsonValue.NULL
                && (isOf(type, TEXT_TYPES) || isOf(type, NUMBER_TYPES) || isOf(type, BOOLEAN_TYPES))) return null;
        if (value instanceof JsonString text && isOf(type, TEXT_TYPES)) return text.getString();
        if (value instanceof JsonNumber number && isLong(number) && isOf(type, NUMBER_TYPES))
            return number.longValueExact();
        boolean isTruth = value == JsonValue.TRUE || value == JsonValue.FALSE;
        return isTruth && isOf(type, BOOLEAN_TYPES) ? (Object) (value == JsonValue.TRUE) : variable;
    }

    private static boolean isLong(JsonNumber number) {
        return number.isIntegral() && number.bigIntegerValue().bitLength() < Long.SIZE;
    }

    /** What is called nothing is what it looks like. */
    private static boolean isOf(JsonValue type, Set<String> names) {
        return type == JsonValue.NULL || (type instanceof JsonString name && names.contains(name.getString()));
    }

    private static JsonObjectBuilder typed(String type) {
        return Json.createObjectBuilder().add("type", type);
    }

    private static JsonObject objectOf(JsonValue value) {
        if (value instanceof JsonObject object) return object;
        throw new UnreadableCall();
    }

    private static JsonObject object(String body) {
        if (body.isBlank()) return JsonValue.EMPTY_JSON_OBJECT;
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException | ClassCastException notAnObject) {
            throw new UnreadableCall();
        }
    }
}
