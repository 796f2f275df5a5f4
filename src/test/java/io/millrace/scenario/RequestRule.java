package io.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.scenario.Description.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies at each limit that a schema states, and just beyond it. */
final class RequestRule {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Description description;
    private final List<Probe> probes = new ArrayList<>();

    /** A body with one remarkable place, and whether the description allows what is there. */
    record Probe(JsonNode body, String pointer, boolean isAllowed) {

        @Override
        public String toString() {
            String shown = body.toString();
            return pointer
                    + (isAllowed ? " allowed in " : " refused in ")
                    + (shown.length() > 200 ? shown.substring(0, 200) + "… (" + shown.length() + ")" : shown);
        }
    }

    private RequestRule(Description description) {
        this.description = description;
    }

    static List<Probe> probesOf(Description description, JsonNode schema) {
        RequestRule rule = new RequestRule(description);
        JsonNode resolved = description.resolved(schema);
        for (List<String> fields : alternatives(resolved)) {
            ObjectNode whole = (ObjectNode) rule.honest(resolved);
            rule.probe(whole.retain(fields), resolved, "");
            if (fields.size() > 1 && resolved.has("oneOf")) rule.without(whole, fields);
        }
        return rule.probes;
    }

    /** A body that the schema allows. */
    static ObjectNode honest(Description description, JsonNode schema) {
        JsonNode resolved = description.resolved(schema);
        ObjectNode whole = (ObjectNode) new RequestRule(description).honest(resolved);
        return whole.retain(alternatives(resolved).get(0));
    }

    /** The same as it is sent; null for a call that takes no JSON. */
    static @Nullable String bodyOf(Description description, Operation operation) {
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? null : honest(description, schema).toString();
    }

    /** The fields that may come together; mostly all of them. */
    private static List<List<String>> alternatives(JsonNode schema) {
        List<List<String>> all = new ArrayList<>();
        for (JsonNode alternative : schema.path("oneOf")) {
            List<String> fields = new ArrayList<>();
            alternative.get("required").forEach(field -> fields.add(field.asText()));
            all.add(fields);
        }
        List<String> every = new ArrayList<>();
        schema.get("properties").fieldNames().forEachRemaining(every::add);
        return all.isEmpty() ? List.of(every) : all;
    }

    /** Something that the schema allows, with all that may be there. */
    JsonNode honest(JsonNode unresolved) {
        JsonNode schema = description.resolved(unresolved);
        if (schema.has("enum")) return schema.get("enum").get(0);
        return switch (schema.path("type").asText()) {
            case "object" -> {
                ObjectNode object = JSON.objectNode();
                schema.path("properties").fields().forEachRemaining(p -> object.set(p.getKey(), honest(p.getValue())));
                yield object;
            }
            case "array" -> JSON.arrayNode();
            case "integer" -> JSON.numberNode(schema.path("minimum").asLong(1));
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.textNode(text(schema));
        };
    }

    private static String text(JsonNode schema) {
        if (schema.path("format").asText().equals("uuid")) return "019a0000-0000-7000-8000-000000000001";
        if (schema.path("pattern").asText().startsWith("^[A-Z]{3}")) return "EUR";
        return "x".repeat(Math.max(1, schema.path("minLength").asInt(0)));
    }

    private void without(ObjectNode whole, List<String> fields) {
        for (String field : fields) {
            probes.add(new Probe(whole.deepCopy().without(field), "/" + field, false));
        }
    }

    private void probe(ObjectNode whole, JsonNode schema, String at) {
        for (JsonNode required : schema.path("required")) {
            ObjectNode without = whole.deepCopy();
            ((ObjectNode) without.at(at)).remove(required.asText());
            probes.add(new Probe(without, at + "/" + required.asText(), false));
        }
        if (schema.has("additionalProperties")
                && !schema.get("additionalProperties").asBoolean(true))
            add(whole, at + "/nonsense", JSON.textNode("x"), false);
        schema.path("properties").fields().forEachRemaining(property -> {
            if (!whole.at(at).has(property.getKey())) return; // of another alternative
            JsonNode inner = description.resolved(property.getValue());
            String here = at + "/" + property.getKey();
            if (inner.has("properties")) probe(whole, inner, here);
            else value(whole, inner, here);
        });
    }

    private void value(ObjectNode whole, JsonNode schema, String at) {
        if (schema.path("nullable").asBoolean()) add(whole, at, JSON.nullNode(), true);
        for (JsonNode constant : schema.path("enum")) add(whole, at, constant, true);
        switch (schema.path("type").asText()) {
            case "string" -> string(whole, schema, at);
            case "integer" -> integer(whole, schema, at);
            case "array" -> array(whole, schema, at);
            case "object" -> map(whole, schema, at);
            default -> throw new AssertionError("no probe is known for " + schema);
        }
    }

    private void string(ObjectNode whole, JsonNode schema, String at) {
        add(whole, at, JSON.numberNode(1), false);
        if (schema.has("enum") || schema.has("format") || schema.has("pattern")) {
            add(whole, at, JSON.textNode("no-such-value"), false);
            return;
        }
        int most = schema.get("maxLength").asInt();
        add(whole, at, JSON.textNode("x".repeat(most)), true);
        add(whole, at, JSON.textNode("x".repeat(most + 1)), false);
        int least = schema.path("minLength").asInt(0);
        if (least > 0) add(whole, at, JSON.textNode("x".repeat(least - 1)), false);
    }

    private void integer(ObjectNode whole, JsonNode schema, String at) {
        if (schema.has("enum")) {
            add(whole, at, JSON.numberNode(schema.get("enum").get(0).asLong() + 1), false);
            return;
        }
        long least = schema.get("minimum").asLong();
        long most = schema.get("maximum").asLong();
        add(whole, at, JSON.numberNode(least), true);
        add(whole, at, JSON.numberNode(least - 1), false);
        add(whole, at, JSON.numberNode(most), true);
        add(whole, at, JSON.numberNode(most + 1), false);
        add(whole, at, JSON.textNode("1"), false);
    }

    private void array(ObjectNode whole, JsonNode schema, String at) {
        JsonNode item = honest(schema.get("items"));
        int most = schema.get("maxItems").asInt();
        add(whole, at, items(item, most), true);
        add(whole, at, items(item, most + 1), false);
        for (JsonNode constant : description.resolved(schema.get("items")).path("enum")) {
            add(whole, at, items(constant, 1), true);
        }
    }

    private static ArrayNode items(JsonNode item, int count) {
        ArrayNode items = JSON.arrayNode();
        for (int i = 0; i < count; i++) items.add(item);
        return items;
    }

    private void map(ObjectNode whole, JsonNode schema, String at) {
        int most = schema.get("maxProperties").asInt();
        ObjectNode full = JSON.objectNode();
        for (int i = 0; i < most; i++) full.put("key" + i, i);
        add(whole, at, full.deepCopy(), true);
        add(whole, at, full.put("one", "more"), false);
    }

    private void add(ObjectNode whole, String at, JsonNode value, boolean isAllowed) {
        ObjectNode body = whole.deepCopy();
        int slash = at.lastIndexOf('/');
        ((ObjectNode) body.at(at.substring(0, slash))).set(at.substring(slash + 1), value);
        probes.add(new Probe(body, at, isAllowed));
    }
}
