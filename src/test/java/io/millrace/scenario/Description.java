package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What the product publishes about its API, to hold requests and answers against. */
final class Description {

    static final String BASE = "/api/v1";

    private static final Map<URI, Description> READ = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            builder ->
                    builder.metaSchema(dialect()).defaultMetaSchemaIri(dialect().getIri()));
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

    /** One method of one path. */
    record Operation(String method, String path, JsonNode node) {

        String name() {
            return method + " " + path;
        }

        boolean isPublic() {
            return node.path("security").isEmpty();
        }

        private boolean isAt(String requested) {
            return Pattern.matches(path.replaceAll("\\{[^}]+}", "[^/]+"), requested);
        }
    }

    private static JsonMetaSchema dialect() {
        JsonMetaSchema published = OpenApi30.getInstance();
        return JsonMetaSchema.builder(published.getIri(), published)
                .keyword(new NonValidationKeyword("components"))
                .build();
    }

    private Description(JsonNode document) {
        this.document = document;
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(verb -> operations.add(new Operation(
                                verb.getKey().toUpperCase(Locale.ROOT),
                                path.getKey().substring(BASE.length()),
                                verb.getValue()))));
    }

    /** Read once per server: it does not change while one runs. */
    static Description of(URI product) {
        return READ.computeIfAbsent(product.resolve("/openapi?format=JSON"), address -> {
            try {
                return new Description(JSON.readTree(address.toURL()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    boolean knowsPath(String path) {
        return operations.stream().anyMatch(operation -> operation.isAt(path));
    }

    Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method) && operation.isAt(path))
                .findFirst();
    }

    /** The node itself, or the one that it refers to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** The parameters of an operation that come in the path, the query or a header. */
    List<JsonNode> parameters(Operation operation, String in) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode parameter : operation.node().path("parameters")) {
            JsonNode resolved = resolved(parameter);
            if (resolved.path("in").asText().equals(in)) found.add(resolved);
        }
        return found;
    }

    /** The path of an operation with that id wherever it takes one, the first of the names wherever it takes a name, and 1. */
    String address(Operation operation, String id) {
        String path = operation.path();
        for (JsonNode parameter : parameters(operation, "path")) {
            JsonNode schema = resolved(parameter.get("schema"));
            String name = parameter.get("name").asText();
            path = path.replace("{" + name + "}", value(operation, name, schema, id));
        }
        return path;
    }

    private static String value(Operation operation, String name, JsonNode schema, String id) {
        if (schema.has("enum")) return schema.get("enum").get(0).asText();
        if (schema.path("type").asText().equals("integer")) return "1";
        // A key is an id that people have chosen.
        boolean isId = schema.path("format").asText().equals("uuid") || name.equals("key");
        assertThat(isId)
                .as("teach this what %s of %s is", name, operation.name())
                .isTrue();
        return id;
    }

    /** What is wrong with a value; a field that is not described is wrong too. */
    List<String> flaws(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(value.toString(), InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonSchema compiled(JsonNode schema) {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", closedComponents());
        return SCHEMAS.getSchema(root, STRICT);
    }

    private JsonNode closedComponents() {
        ObjectNode components = document.get("components").deepCopy();
        for (JsonNode schema : components.get("schemas")) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
        return components;
    }
}
