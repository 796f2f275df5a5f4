package io.millrace.workflows.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text",
                "P2D",
                "${amount}",
                "#{amount}",
                "${ amount }",
                "${decision == 'approve'}",
                "${amount >= 500 && currency == \"EUR\"}",
                "${not (urgent or amount lt 100)}",
                "${!urgent}",
                "${empty reason}",
                "${askedGroup != null}",
                "${amount * 100 + 5 > limit}",
                "${urgent ? 'PT1H' : 'P2D'}",
                "Please decide: ${title} (${amount})",
                "${name == 'it\\'s'}",
                "#{execution.processBusinessKey}",
                "${decisionResult.getSingleResult().manager}"
            })
    void what_only_looks_at_variables_is_allowed(String text) {
        assertThat(SafeExpression.flaw(text)).isEmpty();
    }

    @Test
    void a_long_one_is_read_without_going_deep() {
        String parentheses = "${" + "(".repeat(SafeExpression.DEEPEST) + "a" + ")".repeat(SafeExpression.DEEPEST) + "}";
        String text = "${'" + "a".repeat(SafeExpression.LONGEST - 2) + "'}";

        assertThat(SafeExpression.flaw(parentheses)).isEmpty();
        assertThat(SafeExpression.flaw(parentheses.replace("(a)", "((a))"))).isPresent();
        assertThat(SafeExpression.flaw(text)).isEmpty();
        assertThat(SafeExpression.flaw(text.replace("'a", "'aa"))).isPresent();
        assertThat(SafeExpression.flaw("${" + "(".repeat(1_000_000) + "a}")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${''['class']}",
                "${amount.class.forName('java.lang.Runtime')}",
                "${\"\".getClass().forName(\"java.lang.Runtime\").getMethod(\"exec\")}",
                "#{T(java.lang.Runtime).getRuntime().exec('id')}",
                "${Runtime.getRuntime()}",
                "${execution.getProcessEngineServices()}",
                "${execution}",
                "${execution.processBusinessKey.class}",
                "${task.execution}",
                "${decisionResult.getSingleResult().class}",
                "${decisionResult.getSingleResult().getClass()}",
                "${decisionResult}",
                "${bean.method()}",
                "${bean()}",
                "${ bean ( ) }",
                "${map['key']}",
                "${a[0]}",
                "${(a).b}",
                "${a\n.b}",
                "${a -> b}",
                "${x = 5}",
                "${a; b}",
                "${`id`}",
                "${${a}}",
                "${a",
                "text ${a} and ${b",
                "${}",
                "${ }",
                "${a b}",
                "${a ==}",
                "${== a}",
                "${(a}",
                "${a)}",
                "${[1, 2]}",
                "${{'a': 1}}",
                "${a::b}",
                "${a?.b}",
                "${'a' += 'b'}",
                "${\\u0067etClass}",
                "${ｇetClass()}"
            })
    void what_could_reach_anything_else_is_refused(String text) {
        assertThat(SafeExpression.flaw(text)).as(text).isPresent();
    }
}
