package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.scenario.MillraceClient.Answer;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every endpoint that the published description lists, with a member of another tenant. */
@ExtendWith(ArquillianExtension.class)
class IsolationIT {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** A body that would be accepted, for each call that takes one; a new endpoint must be added here. */
    private static final Map<String, String> BODIES = Map.of(
            "PUT /approvals/{id}/gates/{gate}/decision", "{\"decision\": \"approve\"}",
            "POST /tasks/{id}/completion", "{\"variables\": {\"decision\": \"approve\"}}",
            "PATCH /members/{id}", "{\"state\": \"active\"}");

    /** Calls that take no body. */
    private static final Set<String> BARE = Set.of("POST /tasks/{id}/claim", "POST /deliveries/{id}/retries");

    @ArquillianResource
    URL product;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.built();
    }

    @Test
    void what_belongs_to_acme_does_not_exist_for_globex() throws Exception {
        MillraceClient door = MillraceClient.at(URI.create(product.toString()));
        Map<String, String> acmes = thingsOf(door);
        MillraceClient stranger = door.signIn("globex", "olga");
        MillraceClient operator = door.signIn("millrace", "ops");
        List<String> seen = new ArrayList<>();

        for (String call : callsWithAnId()) {
            String method = call.split(" ")[0];
            String path = call.split(" ")[1];
            assertThat(method.equals("GET")
                            || method.equals("DELETE")
                            || BODIES.containsKey(call)
                            || BARE.contains(call))
                    .as("teach this test a body for " + call)
                    .isTrue();
            String kind = path.split("/")[1];
            assertThat(acmes).as("teach this test a thing of acme for " + call).containsKey(kind);
            String url = path.replace("{id}", acmes.get(kind)).replace("{gate}", "manager");
            MillraceClient who = kind.equals("deliveries") ? operator : stranger;
            Answer answer = who.send(method, url, BODIES.get(call));
            if (answer.status() != 404) seen.add(call + " answered " + answer.status() + " " + answer.body());
        }

        assertThat(seen).isEmpty();
    }

    @Test
    void lists_of_globex_hold_nothing_of_acme() throws Exception {
        MillraceClient door = MillraceClient.at(URI.create(product.toString()));
        Map<String, String> acmes = thingsOf(door);

        for (String list : List.of("/approvals", "/tasks", "/members")) {
            String body = door.signIn("globex", "olga").get(list).body().toString();
            assertThat(acmes.values()).noneMatch(body::contains);
        }
    }

    private static Map<String, String> thingsOf(MillraceClient door) {
        MillraceClient ann = door.signIn("acme", "ann");
        String approval = ann.post("/approvals", """
                        {"type": "purchase", "title": "Secret", "amount": {"amount": 100, "currency": "EUR"}}""").text("/id");
        String task =
                door.signIn("acme", "max").get("/tasks?subject=" + approval).text("/items/0/id");
        String delivery = TestServers.database()
                .texts("SELECT d.id FROM millrace.event_delivery d JOIN millrace.event e ON e.id = d.event_id"
                        + " WHERE e.subject = '" + approval + "'")
                .get(0);
        return Map.of(
                "approvals", approval, "tasks", task, "members", ann.get("/me").text("/id"), "deliveries", delivery);
    }

    private List<String> callsWithAnId() throws Exception {
        HttpResponse<String> description = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(product + "openapi"))
                                .header("Accept", "application/json")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        List<String> calls = new ArrayList<>();
        JsonNode paths = new ObjectMapper().readTree(description.body()).get("paths");
        paths.fields()
                .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method) && path.getKey().contains("{id}")) {
                        calls.add(method.toUpperCase(java.util.Locale.ROOT) + " "
                                + path.getKey().replace("/api/v1", ""));
                    }
                }));
        assertThat(calls).isNotEmpty();
        return calls;
    }
}
