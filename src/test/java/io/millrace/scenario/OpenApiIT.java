package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.api.openapi.DescribeApi;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class OpenApiIT {

    @ArquillianResource
    URL product;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.built();
    }

    @Test
    void the_published_description_lists_every_endpoint_and_nothing_else() throws Exception {
        JsonNode paths = document().get("paths");

        List<String> published = new ArrayList<>();
        paths.fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                verb -> published.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(published)
                .containsExactlyInAnyOrderElementsOf(DescribeApi.endpoints().stream()
                        .map(e -> e.verb().orElseThrow() + " /api/v1" + e.path())
                        .toList());
    }

    @Test
    void every_reference_in_it_leads_somewhere() throws Exception {
        JsonNode document = document();

        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allMatch(ref -> !document.at(ref.substring(1)).isMissingNode());
    }

    @Test
    void whoever_is_not_signed_in_gets_no_further_than_the_public_endpoints() {
        MillraceClient nobody = MillraceClient.at(URI.create(product.toString()));
        String id = "019a0000-0000-7000-8000-000000000001";

        DescribeApi.endpoints().stream()
                .filter(endpoint -> !endpoint.path().equals("/auth/tokens")
                        || !endpoint.verb().orElseThrow().equals("POST"))
                .forEach(endpoint -> {
                    String path = endpoint.path().replace("{id}", id).replace("{gate}", "manager");
                    assertThat(nobody.send(endpoint.verb().orElseThrow(), path, null)
                                    .status())
                            .as("%s", endpoint)
                            .isEqualTo(401);
                });
    }

    private JsonNode document() throws Exception {
        return new ObjectMapper()
                .readTree(URI.create(product + "openapi?format=JSON").toURL());
    }
}
