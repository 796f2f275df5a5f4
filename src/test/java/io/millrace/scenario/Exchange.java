package io.millrace.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.millrace.scenario.Description.Operation;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request and its answer, held against what the product publishes about them. */
record Exchange(HttpRequest request, @Nullable String sent, HttpResponse<String> answer) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TELLING_HEADERS =
            Set.of("ETag", "Location", "Link", "Idempotent-Replayed", "Retry-After", "WWW-Authenticate");

    /** Every endpoint is described as one that may break; none of them ever should. @throws AssertionError */
    void mustBeNoFault() {
        if (answer.statusCode() != 500) return;
        throw new AssertionError("%s %s met a fault of ours, see the server's log: %s"
                .formatted(request.method(), request.uri(), answer.body()));
    }

    /** @throws AssertionError with everything that the description says otherwise */
    void mustBeDescribed(Description description) {
        String path = request.uri().getRawPath().substring(Description.BASE.length());
        List<String> flaws = new ArrayList<>();
        description
                .find(request.method(), path)
                .ifPresentOrElse(
                        operation -> check(description, operation, flaws),
                        () -> checkUnknown(description.knowsPath(path), flaws));
        if (!flaws.isEmpty()) {
            throw new AssertionError("%s %s answered %d, which /openapi describes otherwise: %s\n%s"
                    .formatted(request.method(), request.uri(), answer.statusCode(), flaws, answer.body()));
        }
    }

    private void checkUnknown(boolean knownPath, List<String> flaws) {
        int expected = knownPath ? 405 : 404;
        if (answer.statusCode() != expected) flaws.add("the call is not described, so it should be " + expected);
    }

    private void check(Description description, Operation operation, List<String> flaws) {
        JsonNode described = operation.node().at("/responses/" + answer.statusCode());
        if (described.isMissingNode()) {
            flaws.add(operation.name() + " has no such status");
            return;
        }
        JsonNode response = description.resolved(described);
        checkBody(description, response, flaws);
        for (String header : TELLING_HEADERS) {
            boolean isThere = answer.headers().firstValue(header).isPresent();
            if (isThere && !response.path("headers").has(header)) flaws.add("header " + header);
        }
        if (answer.statusCode() < 300) checkAccepted(description, operation, flaws);
    }

    private void checkBody(Description description, JsonNode response, List<String> flaws) {
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            if (!answer.body().isEmpty()) flaws.add("there should be no body");
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (!content.has(type)) flaws.add("its type is " + type);
        else if (type.endsWith("json")) {
            flaws.addAll(description.flaws(content.get(type).get("schema"), parsed(answer.body())));
        }
    }

    /** What was taken must be describable as something that is taken. */
    private void checkAccepted(Description description, Operation operation, List<String> flaws) {
        List<JsonNode> known = description.parameters(operation, "query");
        query(request.uri()).forEach(pair -> {
            String name = pair.get(0);
            known.stream()
                    .filter(parameter -> parameter.get("name").asText().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            parameter -> flaws.addAll(description.flaws(parameter.get("schema"), value(pair.get(1)))),
                            () -> flaws.add("parameter " + name));
        });
        if (sent == null) return;
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        // Many programs send an empty object where there is nothing to say; it is taken for nothing.
        if (schema.isMissingNode() && sent.equals("{}")) return;
        if (schema.isMissingNode()) flaws.add("the request's body");
        else flaws.addAll(description.flaws(schema, parsed(sent)));
    }

    private static List<List<String>> query(URI uri) {
        if (uri.getRawQuery() == null) return List.of();
        List<List<String>> pairs = new ArrayList<>();
        for (String pair : uri.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            pairs.add(List.of(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
        }
        return pairs;
    }

    private static JsonNode value(String text) {
        if (text.matches("true|false")) return BooleanNode.valueOf(text.equals("true"));
        return text.matches("[0-9]{1,18}")
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
                : new TextNode(text);
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }
}
