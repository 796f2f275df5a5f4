package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.harness.ExpressionAttacks;
import io.millrace.harness.ExpressionAttacks.Carrier;
import io.millrace.scenario.MillraceClient.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody who means harm would bring as a model: refused in words, deployed never, and the server lives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackListIT extends WithProduct {

    private MillraceClient ada;
    private JsonNode before;

    @BeforeAll
    void a_company() {
        ada = Company.founded(here()).signIn("ada");
        before = ada.get("/processes").body();
    }

    @AfterEach
    void nothing_came_of_it() {
        assertThat(ada.get("/processes").body()).isEqualTo(before);
        assertThat(SharedServer.health()).startsWith("{\"status\":\"UP\"");
    }

    @ParameterizedTest
    @MethodSource("io.millrace.scenario.HarmfulFiles#refused")
    void a_harmful_file_is_refused_by_its_rule(HarmfulFiles.Harmful file) {
        Answer refused = deploy(file.bytes());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("model_refused");
        assertThat(refused.body().get("errors").findValuesAsText("rule")).contains(file.rule());
        assertEachSaysWhatToDo(refused);
    }

    @Test
    void a_file_that_is_too_long_is_not_even_read() {
        for (int bytes : new int[] {1024 * 1024 + 1, 2 * 1024 * 1024, 20 * 1024 * 1024}) {
            Answer refused = deploy(new byte[bytes]);

            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.code()).isEqualTo("body_too_large");
        }
    }

    /** Each place and each spelling once; the check's own test tries all of them in all. */
    @Test
    void an_expression_reaches_no_class_from_anywhere() {
        List<Carrier> carriers = ExpressionAttacks.CARRIERS;
        List<String> spellings = ExpressionAttacks.SPELLINGS;
        assertThat(carriers).hasSizeGreaterThanOrEqualTo(spellings.size());
        for (int n = 0; n < carriers.size(); n++) {
            Carrier carrier = carriers.get(n);
            String spelling = spellings.get(n % spellings.size());
            Answer refused = deploy(carrier.with("attack", spelling));

            assertThat(refused.status()).as("%s: %s", carrier, spelling).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("model_refused");
            assertEachSaysWhatToDo(refused);
        }
    }

    private static void assertEachSaysWhatToDo(Answer refused) {
        assertThat(refused.body().get("errors"))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(Stream.of("element", "rule", "detail", "advice")
                                .map(field -> error.path(field).asText()))
                        .allMatch(text -> !text.isBlank()));
    }

    private Answer deploy(byte[] file) {
        return ada.postFile("/processes", "file", file);
    }
}
