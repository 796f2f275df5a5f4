package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.scenario.MillraceClient.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no model, and models that may not come or go. */
class RefusedModelsIT extends WithProduct {

    private Company company;
    private MillraceClient ada;

    @BeforeEach
    void a_company() {
        company = Company.founded(here());
        ada = company.signIn("ada");
    }

    @Test
    void a_refused_model_is_told_everything_at_once() {
        Answer refused = deploy(ModelFiles.processWith("bad-one", """
                <scriptTask id="run" scriptFormat="groovy"><script>1</script></scriptTask>
                <serviceTask id="call" camunda:class="java.lang.Runtime"/>
                <callActivity id="other" calledElement="secret-of-acme"/>"""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("model_refused");
        assertThat(refused.body().get("errors").findValuesAsText("element")).contains("run", "call", "other");
        assertThat(refused.body().get("errors"))
                .allSatisfy(error -> assertThat(Stream.of("element", "rule", "detail", "advice")
                                .map(field -> error.path(field).asText()))
                        .allMatch(text -> !text.isBlank()));
        assertThat(ada.get("/processes/bad-one/versions").status()).isEqualTo(404);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("nothing", "", "xml"),
                Arguments.of("words", "no xml", "xml"),
                Arguments.of("another XML", "<a/>", "no-model"),
                Arguments.of(
                        "an external entity",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                        "doctype"),
                Arguments.of(
                        "a billion laughs",
                        "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;&l;&l;\">]><a>&m;</a>",
                        "doctype"),
                Arguments.of("10,000 elements", "<a>" + "<b/>".repeat(10_000) + "</a>", "too-many-elements"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_no_model_is_refused_in_words(String what, String file, String rule) {
        Answer refused = deploy(ModelFiles.bytes(file));

        assertThat(refused.status()).as(what).isEqualTo(422);
        assertThat(refused.text("/errors/0/rule")).as(what).isEqualTo(rule);
    }

    @Test
    void a_file_that_is_too_long_is_not_even_read() {
        for (int megabytes : new int[] {2, 20}) {
            Answer refused = deploy(new byte[megabytes * 1024 * 1024]);

            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.code()).isEqualTo("body_too_large");
        }
    }

    @Test
    void a_form_has_the_file_and_nothing_else() {
        Answer misnamed = ada.postFile("/processes", "model", ModelFiles.process("new-phone", "Ask"));
        Answer json = ada.post("/processes", "{}");

        assertThat(misnamed.status()).isEqualTo(422);
        assertThat(misnamed.body().get("errors").findValuesAsText("pointer")).containsExactly("/model", "/file");
        assertThat(json.status()).isEqualTo(415);
        assertThat(ada.with("Content-Type", "multipart/form-data")
                        .post("/processes", "x")
                        .code())
                .isEqualTo("unreadable_body");
        assertThat(ada.with("Content-Type", "multipart/form-data; boundary=b")
                        .post("/processes", "x")
                        .code())
                .isEqualTo("unreadable_body");
    }

    @Test
    void what_comes_with_the_platform_stays() {
        assertThat(ada.delete("/processes/purchase-approval/versions/1").code()).isEqualTo("model_shared");
        assertThat(ada.delete("/processes/purchase-approval/versions/9").code()).isEqualTo("not_found");
        assertThat(ada.get("/processes/No%20key/versions").code()).isEqualTo("not_found");
    }

    @Test
    void a_model_that_another_one_needs_stays() {
        deploy(ModelFiles.process("needed", "Ask"));
        deploy(ModelFiles.processWith("needing", "<callActivity id='call' calledElement='needed'/>"));

        assertThat(ada.delete("/processes/needed/versions/1").code()).isEqualTo("model_in_use");
        assertThat(ada.delete("/processes/needing/versions/1").status()).isEqualTo(204);
        assertThat(ada.delete("/processes/needed/versions/1").status()).isEqualTo(204);
    }

    private Answer deploy(byte[] file) {
        return ada.postFile("/processes", "file", file);
    }
}
