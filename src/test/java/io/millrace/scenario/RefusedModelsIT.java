package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.scenario.MillraceClient.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models that may not come or go. */
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
