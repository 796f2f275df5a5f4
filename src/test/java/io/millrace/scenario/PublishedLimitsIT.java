package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.scenario.Description.Operation;
import io.millrace.scenario.MillraceClient.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each limit that is published of a body, a query or a key is kept to the character. */
class PublishedLimitsIT extends WithProduct {

    private static final Set<String> UNDERSTOOD = Set.of("permission_not_yours", "schedule_refused");

    private final Map<String, MillraceClient> callers = new HashMap<>();
    private Description description;

    @BeforeEach
    void read() {
        description = Description.of(here());
    }

    @Test
    void each_limit_of_a_body_is_kept_to_the_character() {
        List<String> broken = new ArrayList<>();
        for (Operation operation : description.operations()) {
            JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
            if (schema.isMissingNode()) continue;
            MillraceClient caller = callerOf(operation);
            for (RequestRule.Probe probe : RequestRule.probesOf(description, schema)) {
                Answer answer = caller.send(
                        operation.method(),
                        description.address(operation, NOTHING),
                        probe.body().toString());
                if (isRefused(answer, probe.pointer()) == probe.isAllowed()) {
                    broken.add(operation.name() + ": " + probe + " answered " + answer);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void a_call_that_takes_a_body_is_told_when_there_is_none() {
        for (Operation operation : description.operations()) {
            if (!operation.node().has("requestBody")) continue;
            Answer answer = callerOf(operation).send(operation.method(), description.address(operation, NOTHING), null);
            assertThat(answer.code()).as(operation.name()).isEqualTo("unreadable_body");
        }
    }

    @Test
    void each_limit_of_a_query_is_kept_to_the_character() {
        List<String> broken = new ArrayList<>();
        for (Operation operation : description.operations()) {
            MillraceClient caller = callerOf(operation);
            for (JsonNode parameter : description.parameters(operation, "query")) {
                String name = parameter.get("name").asText();
                if (name.equals("cursor")) continue; // none is good but those that were given out
                JsonNode schema = description.resolved(parameter.get("schema"));
                for (String value : allowed(schema)) {
                    Answer answer = caller.get(list(operation) + "?" + name + "=" + value);
                    if (answer.status() != 200) broken.add(operation.name() + " " + name + "=" + value + ": " + answer);
                }
                for (String value : refused(schema)) {
                    Answer answer = caller.get(list(operation) + "?" + name + "=" + value);
                    if (!answer.text("/errors/0/parameter").equals(name)) {
                        broken.add(operation.name() + " " + name + "=" + value + ": " + answer);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void an_idempotency_key_is_taken_up_to_its_limit_and_for_one_request_only() {
        MillraceClient ann = signIn("acme", "ann");
        for (Operation operation : description.operations()) {
            for (JsonNode header : description.parameters(operation, "header")) {
                if (!header.get("name").asText().equals("Idempotency-Key")) continue;
                int most = header.at("/schema/maxLength").asInt();
                MillraceClient caller = callerOf(operation);
                String tooLong = "k".repeat(most + 1);
                assertThat(send(caller.with("Idempotency-Key", tooLong), operation)
                                .text("/errors/0/parameter"))
                        .isEqualTo("Idempotency-Key");
            }
        }
        String key = UUID.randomUUID().toString() + "k".repeat(255 - 36);
        MillraceClient marked = ann.with("Idempotency-Key", key);
        String id = marked.post("/approvals", LAPTOPS).text("/id");
        String task = signIn("acme", "max").get("/tasks?subject=" + id).text("/items/0/id");
        MillraceClient max = signIn("acme", "max").with("Idempotency-Key", key);

        assertThat(marked.post("/approvals", LAPTOPS).header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(max.post("/tasks/" + task + "/claim", null).status()).isEqualTo(200);
        assertThat(max.post("/tasks/" + NOTHING + "/claim", null).code()).isEqualTo("idempotency_key_reused");
    }

    /** What is listed below something that must be there is below a process that everybody has. */
    private String list(Operation operation) {
        return description.address(operation, operation.path().contains("{key}") ? "purchase-approval" : NOTHING);
    }

    private Answer send(MillraceClient caller, Operation operation) {
        if (operation.node().at("/requestBody/content").has("multipart/form-data")) {
            return caller.postFile(operation.path(), "file", new byte[0]);
        }
        String body = RequestRule.bodyOf(description, operation);
        return caller.send(operation.method(), description.address(operation, NOTHING), body);
    }

    /** Somebody who holds the permission, so that the request's shape is looked at. */
    private MillraceClient callerOf(Operation operation) {
        if (operation.isPublic()) return nobody();
        if (operation.path().startsWith("/deliveries")) {
            return callers.computeIfAbsent("ops", name -> signIn("millrace", name));
        }
        boolean isAnalysts = Stream.of("/processes", "/schedules").anyMatch(operation.path()::startsWith);
        return callers.computeIfAbsent(isAnalysts ? "ada" : "olga", name -> signIn("acme", name));
    }

    private static boolean isRefused(Answer answer, String pointer) {
        // Well-formed, but not the caller's to give, or not what there is.
        if (answer.status() != 422 || UNDERSTOOD.contains(answer.code())) return false;
        for (JsonNode error : answer.body().path("errors")) {
            String at = error.path("pointer").asText();
            if (at.equals(pointer) || at.startsWith(pointer + "/")) return true;
        }
        return false;
    }

    private static List<String> allowed(JsonNode schema) {
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(constant -> values.add(constant.asText()));
        if (schema.has("maxLength"))
            values.add("x".repeat(schema.get("maxLength").asInt()));
        if (schema.has("minimum")) values.add(schema.get("minimum").asText());
        if (schema.has("maximum")) values.add(schema.get("maximum").asText());
        if (schema.path("format").asText().equals("uuid")) values.add(NOTHING);
        if (schema.path("type").asText().equals("boolean")) values.addAll(List.of("true", "false"));
        assertThat(values).as("a limit of %s", schema).isNotEmpty();
        return values;
    }

    private static List<String> refused(JsonNode schema) {
        List<String> values = new ArrayList<>();
        if (schema.has("maxLength"))
            values.add("x".repeat(schema.get("maxLength").asInt() + 1));
        if (schema.has("minimum"))
            values.add(String.valueOf(schema.get("minimum").asLong() - 1));
        if (schema.has("maximum"))
            values.add(String.valueOf(schema.get("maximum").asLong() + 1));
        if (values.isEmpty()) values.add("no-such-value");
        return values;
    }
}
