package io.millrace.workflows.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.ExpressionAttacks;
import io.millrace.harness.ExpressionAttacks.Carrier;
import io.millrace.process.ModelFinding;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each spelling of an attack in each place of a model that could hold an expression. */
class ExpressionAttacksTest {

    static List<Carrier> carriers() {
        return ExpressionAttacks.CARRIERS;
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void no_way_to_reach_a_class_gets_through(Carrier carrier) {
        for (String spelling : ExpressionAttacks.SPELLINGS) {
            List<ModelFinding> findings = check(carrier.with("attack", spelling));

            assertThat(findings).as(spelling).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.element()).isNotBlank();
                assertThat(finding.detail()).isNotBlank().endsWith(".");
                assertThat(finding.advice()).isNotBlank().endsWith(".");
            });
            if (carrier.takesExpressions()) {
                assertThat(findings).as(spelling).extracting(ModelFinding::rule).contains("expression");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void what_reaches_nothing_is_taken_where_an_expression_belongs(Carrier carrier) {
        assertThat(check(carrier.with("harmless", ExpressionAttacks.HARMLESS)).isEmpty())
                .isEqualTo(carrier.takesExpressions());
    }

    private static List<ModelFinding> check(byte[] file) {
        return ModelCheck.check(ModelCheck.read(file), ModelCheckTest.KNOWN);
    }
}
