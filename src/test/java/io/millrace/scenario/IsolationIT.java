package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.scenario.Description.Operation;
import io.millrace.scenario.MillraceClient.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every call that is published, by people of another tenant. Nothing is listed here: what there is comes from
 * the description, what acme has from its own lists, and a call that neither answers for fails the test.
 */
class IsolationIT extends WithProduct {

    private static final String SECRET = """
            {"type": "purchase", "title": "Secret of acme", "amount": {"amount": 100, "currency": "EUR"}}""";

    private Description description;
    private List<MillraceClient> insiders;
    private List<MillraceClient> strangers;
    private final Permitted permitted = new Permitted();
    private String approval;

    @BeforeEach
    void people() {
        description = Description.of(here());
        MillraceClient operator = signIn("millrace", "ops");
        MillraceClient ada = signIn("acme", "ada");
        insiders = List.of(signIn("acme", "max"), signIn("acme", "olga"), ada, operator.with("X-Tenant-ID", "acme"));
        strangers = List.of(signIn("globex", "olga"), signIn("globex", "ada"), operator.with("X-Tenant-ID", "globex"));
        approval = signIn("acme", "ann").post("/approvals", SECRET).text("/id");
        signIn("acme", "olga").post("/api-keys", "{\"name\": \"A program of acme\"}");
        ada.postFile("/processes", "file", ModelFiles.process("secret-of-acme", "Ask"));
        ada.post("/schedules", """
                {"process": "secret-of-acme", "name": "Secret of acme", "every": "PT1H"}""");
    }

    @Test
    void what_belongs_to_acme_does_not_exist_for_globex() {
        int tried = 0;
        for (Operation operation : description.operations()) {
            if (!operation.path().contains("{")) continue;
            String body = RequestRule.bodyOf(description, operation);
            MillraceClient stranger = permitted.among(strangers, operation);
            Answer acmes = stranger.send(operation.method(), description.address(operation, acmes(operation)), body);
            Answer nobodys = stranger.send(operation.method(), description.address(operation, NOTHING), body);

            assertThat(acmes.status()).as("%s: %s", operation.name(), acmes).isEqualTo(404);
            assertThat(withoutRequest(acmes)).as(operation.name()).isEqualTo(withoutRequest(nobodys));
            tried++;
        }
        assertThat(tried).isPositive();
    }

    @Test
    void lists_of_globex_hold_nothing_of_acme_whatever_they_are_asked_for() {
        Map<String, String> things = things();
        for (Operation operation : description.operations()) {
            if (operation.path().contains("{") || !operation.method().equals("GET")) continue;
            MillraceClient stranger = permitted.among(strangers, operation);
            assertShowsNothingOf(things, operation.name(), stranger.get(operation.path()));
            for (JsonNode parameter : description.parameters(operation, "query")) {
                if (!parameter.at("/schema/type").asText().equals("string")
                        || parameter.at("/schema").has("enum")) continue;
                for (String id : things.values()) {
                    String asked =
                            operation.path() + "?" + parameter.get("name").asText() + "=" + id;
                    assertThat(stranger.get(asked).body().path("items"))
                            .as(asked)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void nothing_of_acme_can_be_named_in_a_body() {
        for (Operation operation : description.operations()) {
            JsonNode schema =
                    description.resolved(operation.node().at("/requestBody/content/application~1json/schema"));
            for (String field :
                    (Iterable<String>) () -> schema.path("properties").fieldNames()) {
                if (!schema.at("/properties/" + field + "/format").asText().equals("uuid")) continue;
                for (String id : things().values()) {
                    ObjectNode body = RequestRule.honest(description, schema);
                    Answer answer = permitted
                            .among(strangers, operation)
                            .send(
                                    operation.method(),
                                    description.address(operation, NOTHING),
                                    body.put(field, id).toString());
                    assertThat(answer.status())
                            .as("%s in %s", field, operation.name())
                            .isBetween(400, 499);
                }
            }
        }
    }

    @Test
    void nobody_but_an_operator_steps_into_another_tenant() {
        MillraceClient olga = signIn("globex", "olga").with("X-Tenant-ID", "acme");
        for (Operation operation : description.operations()) {
            if (!operation.node().has("x-permission")) continue;
            Answer answer = olga.send(
                    operation.method(),
                    description.address(operation, NOTHING),
                    RequestRule.bodyOf(description, operation));
            assertThat(answer.code()).as(operation.name()).isEqualTo("not_allowed");
        }
    }

    /** One id of acme's per list that members or operators of acme see. */
    private Map<String, String> things() {
        Map<String, String> things = new TreeMap<>();
        for (Operation operation : description.operations()) {
            if (operation.path().contains("{")) things.put(collection(operation), acmes(operation));
        }
        things.put("approval", approval);
        return things;
    }

    /** Something that acme has where the call takes an id; found in the list that the call's address begins with. */
    private String acmes(Operation operation) {
        String collection = collection(operation);
        Operation list = description
                .find("GET", collection)
                .orElseThrow(() -> new AssertionError(operation.name() + " takes an id, but " + collection
                        + " lists none: teach this test where they are"));
        return insiders.stream()
                .filter(insider -> permitted.may(insider, list))
                .map(insider -> insider.get(collection)
                        .text("/items/0/" + (operation.path().contains("{key}") ? "key" : "id")))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("acme has nothing in " + collection + " for " + operation.name()));
    }

    private static String collection(Operation operation) {
        return operation.path().substring(0, operation.path().indexOf("/{"));
    }

    private static void assertShowsNothingOf(Map<String, String> things, String call, Answer answer) {
        String body = answer.body().toString();
        assertThat(answer.status()).as(call).isEqualTo(200);
        assertThat(things.values()).as(call).noneMatch(body::contains);
        assertThat(body).as(call).doesNotContainIgnoringCase("acme.test");
    }

    private static JsonNode withoutRequest(Answer answer) {
        return ((ObjectNode) answer.body().deepCopy()).without("request_id");
    }
}
