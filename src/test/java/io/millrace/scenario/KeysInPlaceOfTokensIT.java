package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.scenario.Description.Operation;
import io.millrace.scenario.MillraceClient.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every call that is published, by a person and by a program with that person's key. */
class KeysInPlaceOfTokensIT extends WithProduct {

    private final Permitted permitted = new Permitted();
    private final Map<MillraceClient, MillraceClient> programs = new HashMap<>();
    private Description description;
    private List<MillraceClient> people;

    @BeforeEach
    void people_of_all_roles() {
        description = Description.of(here());
        Company company = Company.founded(here());
        people = List.of(company.signIn("olga"), company.signIn("ada"), signIn("millrace", "ops"));
        for (MillraceClient person : people) {
            String key =
                    person.post("/api-keys", "{\"name\": \"All that I may\"}").text("/secret");
            programs.put(person, nobody().with("X-API-Key", key));
        }
    }

    @Test
    void a_key_works_wherever_a_token_does_except_for_managing_keys_and_people_and_for_signing_out() {
        List<String> refused = new ArrayList<>();
        int sameAnswers = 0;
        for (Operation operation : description.operations()) {
            if (operation.isPublic()) continue;
            MillraceClient person = permitted.among(people, operation);
            Answer byKey = call(Objects.requireNonNull(programs.get(person)), operation);
            if (!takesKeys(operation)) {
                assertThat(byKey.code()).as(operation.name()).isIn("not_allowed", "not_signed_in");
                refused.add(operation.name());
                continue;
            }
            Answer byToken = call(person, operation);
            assertThat(byKey.status()).as("%s: %s", operation.name(), byKey).isNotIn(401, 403);
            assertThat(byKey.status() + byKey.code()).as(operation.name()).isEqualTo(byToken.status() + byToken.code());
            sameAnswers++;
        }
        assertThat(sameAnswers).isGreaterThan(20);
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "GET /api-keys",
                        "POST /api-keys",
                        "GET /api-keys/{id}",
                        "DELETE /api-keys/{id}",
                        "PATCH /members/{id}",
                        "DELETE /auth/tokens");
    }

    private Answer call(MillraceClient caller, Operation operation) {
        if (operation.node().at("/requestBody/content").has("multipart/form-data")) {
            return caller.postFile(operation.path(), "file", new byte[0]);
        }
        return caller.send(
                operation.method(),
                description.address(operation, NOTHING),
                RequestRule.bodyOf(description, operation));
    }

    private static boolean takesKeys(Operation operation) {
        for (JsonNode way : operation.node().get("security")) {
            if (way.has("apiKey")) return true;
        }
        return false;
    }
}
