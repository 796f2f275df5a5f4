package io.millrace.web;

import io.millrace.task.TaskClaimed;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes the bodies with which the vendor's pages claim and complete tasks. */
final class TaskBodies {

    private static final Set<String> TEXT_TYPES = Set.of("String", "string", "Null", "null");

    private TaskBodies() {}

    /** @throws TaskClaimed when the task is claimed for anybody but oneself */
    static void requireClaimFor(String me, String body) {
        JsonObject claim = object(body);
        if (!claim.getString("userId", me).equals(me)) throw new TaskClaimed();
    }

    static String claimFor(String me) {
        return Json.createObjectBuilder().add("userId", me).build().toString();
    }

    /**
     * What was submitted, by name. A value that is not a plain text comes out as something that no form
     * accepts, whatever type it was called.
     */
    static Map<String, @Nullable Object> variables(String body) {
        JsonValue submitted = object(body).getOrDefault("variables", JsonValue.EMPTY_JSON_OBJECT);
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        if (submitted == JsonValue.NULL) return variables;
        submitted.asJsonObject().forEach((name, variable) -> variables.put(name, value(variable.asJsonObject())));
        return variables;
    }

    static String submission(Map<String, ? extends @Nullable Object> variables) {
        JsonObjectBuilder written = Json.createObjectBuilder();
        variables.forEach((name, value) -> {
            if (value instanceof String text) {
                written.add(
                        name, Json.createObjectBuilder().add("type", "String").add("value", text));
            }
        });
        return Json.createObjectBuilder().add("variables", written).build().toString();
    }

    private static @Nullable Object value(JsonObject variable) {
        JsonValue value = variable.getOrDefault("value", JsonValue.NULL);
        JsonValue type = variable.getOrDefault("type", JsonValue.NULL);
        boolean isText =
                type == JsonValue.NULL || (type instanceof JsonString name && TEXT_TYPES.contains(name.getString()));
        if (!isText) return variable;
        if (value == JsonValue.NULL) return null;
        return value instanceof JsonString text ? text.getString() : value;
    }

    private static JsonObject object(String body) {
        if (body.isBlank()) return JsonValue.EMPTY_JSON_OBJECT;
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (ClassCastException notAnObject) {
            throw new JsonException("the body is not as it should be", notAnObject);
        }
    }
}
