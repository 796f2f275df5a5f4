package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.millrace.scenario.MillraceClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What analysts are told about what their models may refer to. */
class CatalogueApiIT extends WithProduct {

    private MillraceClient ada;

    @BeforeEach
    void an_analyst() {
        ada = signIn("acme", "ada");
    }

    @Test
    void each_kind_is_listed_by_name() {
        JsonNode delegates = ada.get("/catalogue?kind=delegate").body().get("items");

        assertThat(delegates.findValuesAsText("title")).contains("Publish event", "Send mail", "Request approval");
        for (String kind : List.of("delegate", "message", "form", "decision", "completion", "group")) {
            JsonNode items = ada.get("/catalogue?kind=" + kind).body().get("items");
            assertThat(items).as(kind).isNotEmpty().allSatisfy(item -> {
                assertThat(item.get("kind").asText()).isEqualTo(kind);
                assertThat(item.get("description").asText()).endsWith(".");
            });
        }
    }

    @Test
    void page_by_page_nothing_is_missing_and_nothing_twice() {
        List<String> all = new ArrayList<>();
        String page = "/catalogue?limit=7";
        while (!page.isEmpty()) {
            Answer answer = ada.get(page);
            answer.body().get("items").forEach(item -> all.add(item.get("kind") + " " + item.get("name")));
            String next = answer.text("/next_cursor");
            page = next.isEmpty() || next.equals("null") ? "" : "/catalogue?limit=7&cursor=" + next;
        }

        Set<String> once = new HashSet<>(all);
        assertThat(all).hasSizeGreaterThan(25).hasSameSizeAs(once);
        assertThat(ada.get("/catalogue?limit=200").body().get("items")).hasSameSizeAs(all);
    }

    @Test
    void the_templates_are_as_the_modelling_tool_s_maker_wants_them() throws IOException {
        Answer templates = ada.get("/catalogue/element-templates");

        assertThat(templates.header("Content-Type")).startsWith("application/json");
        assertThat(schema().validate(templates.words(), InputFormat.JSON)).isEmpty();
        assertThat(templates.body()).hasSizeGreaterThan(7).allSatisfy(template -> {
            assertThat(template.get("$schema").asText())
                    .endsWith("/element-templates-json-schema/resources/schema.json");
            assertThat(template.get("appliesTo")).isNotEmpty();
            assertThat(template.get("properties")).isNotEmpty();
        });
        assertThat(templates.body().findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @Test
    void what_is_no_template_does_not_pass_for_one() throws IOException {
        assertThat(schema().validate("[{\"name\": \"x\", \"id\": \"x\", \"appliesTo\": []}]", InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ann, 403", "max, 200", "olga, 200", "ada, 200"})
    void whoever_looks_at_models_looks_at_the_catalogue(String name, int status) {
        MillraceClient member = signIn("acme", name);

        assertThat(member.get("/catalogue").status()).isEqualTo(status);
        assertThat(member.get("/catalogue/element-templates").status()).isEqualTo(status);
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream schema = CatalogueApiIT.class.getResourceAsStream("element-templates.schema.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
        }
    }
}
