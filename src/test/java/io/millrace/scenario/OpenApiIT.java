package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.api.openapi.DescribeApi;
import io.millrace.scenario.Description.Operation;
import io.millrace.scenario.MillraceClient.Answer;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is published about the API is what it does; {@link MillraceClient} holds each answer against it besides. */
@ExtendWith(ArquillianExtension.class)
class OpenApiIT {

    private static final String NOTHING = "019a0000-0000-7000-8000-000000000001";
    private static final String LAPTOPS = """
            {"type": "purchase", "title": "Two laptops", "amount": {"amount": 40000, "currency": "EUR"}}""";

    @ArquillianResource
    URL product;

    private final Map<String, MillraceClient> callers = new HashMap<>();
    private MillraceClient nobody;
    private Description description;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.built();
    }

    @BeforeEach
    void read() {
        nobody = MillraceClient.at(URI.create(product.toString()));
        description = Description.of(URI.create(product.toString()));
    }

    @Test
    void the_published_description_lists_every_endpoint_and_nothing_else() {
        assertThat(description.operations())
                .extracting(Operation::name)
                .containsExactlyInAnyOrderElementsOf(DescribeApi.endpoints().stream()
                        .map(e -> e.verb().orElseThrow() + " " + e.path())
                        .toList());
    }

    @Test
    void it_names_the_address_at_which_people_reach_us() {
        assertThat(description.document().at("/servers")).hasSize(1);
        assertThat(description.document().at("/servers/0/url").asText()).isEqualTo("http://localhost");
    }

    @Test
    void every_reference_in_it_leads_somewhere() {
        assertThat(description.document().findValuesAsText("$ref"))
                .isNotEmpty()
                .allMatch(ref -> !description.document().at(ref.substring(1)).isMissingNode());
    }

    @Test
    void whoever_is_not_signed_in_gets_no_further_than_the_public_endpoints() {
        for (Operation operation : description.operations()) {
            if (isPublic(operation)) continue;
            assertThat(nobody.send(operation.method(), anywhere(operation), null)
                            .status())
                    .as(operation.name())
                    .isEqualTo(401);
        }
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
                        operation.method(), anywhere(operation), probe.body().toString());
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
            Answer answer = callerOf(operation).send(operation.method(), anywhere(operation), null);
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
                    Answer answer = caller.get(anywhere(operation) + "?" + name + "=" + value);
                    if (answer.status() != 200) broken.add(operation.name() + " " + name + "=" + value + ": " + answer);
                }
                for (String value : refused(schema)) {
                    Answer answer = caller.get(anywhere(operation) + "?" + name + "=" + value);
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
        MillraceClient ann = nobody.signIn("acme", "ann");
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
        String task = nobody.signIn("acme", "max").get("/tasks?subject=" + id).text("/items/0/id");
        MillraceClient max = nobody.signIn("acme", "max").with("Idempotency-Key", key);

        assertThat(marked.post("/approvals", LAPTOPS).header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(max.post("/tasks/" + task + "/claim", null).status()).isEqualTo(200);
        assertThat(max.post("/tasks/" + NOTHING + "/claim", null).code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void there_is_no_second_description_that_nobody_keeps() throws Exception {
        for (String wadl : List.of(
                "/openapi/application.wadl",
                "/api/v1/application.wadl",
                "/api/v1/application.wadl/xsd0.xsd",
                "/camunda/api/engine/application.wadl",
                "/camunda/api/admin/application.wadl",
                "/camunda/api/tasklist/application.wadl")) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(product.toString()).resolve(wadl))
                    .build();
            assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                    .as(wadl)
                    .extracting(HttpResponse::statusCode)
                    .isIn(401, 403, 404);
        }
    }

    @Test
    void what_depends_on_the_headers_of_a_request_is_described_too() {
        MillraceClient ann = nobody.signIn("acme", "ann");
        String approval = "/approvals/" + ann.post("/approvals", LAPTOPS).text("/id");
        String tag = ann.get(approval).header("ETag");

        assertThat(ann.with("Accept", "text/html").get(approval).status()).isEqualTo(406);
        assertThat(ann.with("If-None-Match", tag).get(approval).status()).isEqualTo(304);
        assertThat(ann.with("If-Match", "\"other\"").get(approval).code()).isEqualTo("stale");
        assertThat(ann.with("If-Match", "\"other\"").delete(approval).code()).isEqualTo("stale");
        assertThat(ann.with("If-Match", tag).delete(approval).status()).isEqualTo(200);
        assertThat(ann.with("Content-Type", "text/plain")
                        .post("/approvals", LAPTOPS)
                        .status())
                .isEqualTo(415);
        assertThat(ann.post("/approvals", "\"" + "x".repeat(1_000_001) + "\"").status())
                .isEqualTo(413);
        assertThat(ann.get("/approvals?=x").code()).isEqualTo("bad_parameter");
        assertThat(ann.get("/approvals?mine=true&=").code()).isEqualTo("bad_parameter");
        assertThat(ann.get("/nowhere").status()).isEqualTo(404);
        assertThat(ann.put("/me", "{}").status()).isEqualTo(405);
    }

    private Answer send(MillraceClient caller, Operation operation) {
        boolean takesBody = operation.node().has("requestBody");
        String body = !takesBody ? null : operation.path().equals("/approvals") ? LAPTOPS : "{\"variables\": {}}";
        return caller.send(operation.method(), anywhere(operation), body);
    }

    /** Somebody who holds the permission, so that the request's shape is looked at. */
    private MillraceClient callerOf(Operation operation) {
        if (isPublic(operation)) return nobody;
        return operation.path().startsWith("/deliveries")
                ? callers.computeIfAbsent("ops", name -> nobody.signIn("millrace", name))
                : callers.computeIfAbsent("olga", name -> nobody.signIn("acme", name));
    }

    private static boolean isPublic(Operation operation) {
        return operation.node().path("security").isEmpty();
    }

    /** Its path with names of things that nobody has: a body that fits its shape is answered 404 there. */
    private String anywhere(Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : description.parameters(operation, "path")) {
            JsonNode schema = description.resolved(parameter.get("schema"));
            String value = schema.has("enum") ? schema.get("enum").get(0).asText() : NOTHING;
            path = path.replace("{" + parameter.get("name").asText() + "}", value);
        }
        return path;
    }

    private static boolean isRefused(Answer answer, String pointer) {
        if (answer.status() != 422) return false;
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
