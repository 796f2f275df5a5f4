package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.openapi.DescribeApi;
import io.millrace.scenario.Description.Operation;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is published about the API is what it does; {@link MillraceClient} holds each answer against it besides. */
class OpenApiIT extends WithProduct {

    private Description description;

    @BeforeEach
    void read() {
        description = Description.of(here());
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
            if (operation.isPublic()) continue;
            assertThat(nobody().send(operation.method(), description.address(operation, NOTHING), null)
                            .status())
                    .as(operation.name())
                    .isEqualTo(401);
        }
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
            HttpRequest request = HttpRequest.newBuilder(here().resolve(wadl)).build();
            assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                    .as(wadl)
                    .extracting(HttpResponse::statusCode)
                    .isIn(401, 403, 404);
        }
    }

    @Test
    void what_depends_on_the_headers_of_a_request_is_described_too() {
        MillraceClient ann = signIn("acme", "ann");
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
}
