package io.millrace.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every decision table keeps the house's style, and each rule sees what breaks it. */
class TableStyleTest {

    static Stream<String> tables() {
        return Drawing.filesOfThisModule().filter(f -> f.endsWith(".dmn"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_file_is_named_like_its_decision(String file) {
        none(TableRules.fileIsNamedLikeItsDecision(file, TableRules.read(file)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_decision_introduces_itself(String file) {
        none(TableRules.decisionIntroducesItself(TableRules.read(file)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_states_its_hit_policy(String file) {
        none(TableRules.hitPolicyIsStated(file));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_rule_is_explained(String file) {
        none(TableRules.everyRuleIsExplained(TableRules.read(file)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_column_has_a_title(String file) {
        none(TableRules.everyColumnHasATitle(TableRules.read(file)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void ids_are_written_by_hand(String file) {
        none(TableRules.idsAreWrittenByHand(TableRules.read(file)));
    }

    @Test
    void a_table_full_of_bad_habits_is_seen_by_every_rule() {
        String file = "bad-table.dmn";
        var bad = TableRules.read(file);

        seenAt(TableRules.fileIsNamedLikeItsDecision(file, bad), "Decision_1x2y3z");
        seenAt(TableRules.decisionIntroducesItself(bad), "Decision_1x2y3z", "Decision_1x2y3z", "Decision_1x2y3z");
        seenAt(TableRules.hitPolicyIsStated(file), "badTable");
        seenAt(TableRules.everyRuleIsExplained(bad), "DecisionRule_0ab1cd2");
        seenAt(TableRules.everyColumnHasATitle(bad), "amount", "gate");
        seenAt(TableRules.idsAreWrittenByHand(bad), "DecisionRule_0ab1cd2");
    }

    private static void none(List<String> findings) {
        assertThat(findings).as("what breaks the rule").isEmpty();
    }

    private static void seenAt(List<String> findings, String... ids) {
        assertThat(findings).extracting(f -> f.split(":", 2)[0]).containsExactly(ids);
    }
}
