package io.millrace.workflows.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.process.ModelFinding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which decision tables may be deployed. */
class DecisionCheckTest {

    private static final Known KNOWN = new Known(
            Map.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Map.of("purchase-approval", ModelXml.read("<process/>".getBytes(StandardCharsets.UTF_8))),
            Set.of());

    private static final String DEFINITIONS = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="t">
            """;
    private static final String DECISION = """
            <decision id="%s" name="Discount" camunda:historyTimeToLive="P30D">%s
              <decisionTable id="t%s">
                <input id="i"><inputExpression id="ie" typeRef="double"><text>amount / 100</text></inputExpression></input>
                <output id="o" name="rate" typeRef="double"/>
                <rule id="r"><inputEntry id="a"><text>[500..5000[</text></inputEntry>
                  <outputEntry id="b"><text>0.1</text></outputEntry></rule>
              </decisionTable>
            </decision>
            """;

    @Test
    void a_plain_table_may_be_deployed() {
        assertThat(check(decision("discount", ""))).isEmpty();
    }

    @Test
    void a_decision_that_helps_another_one_comes_in_the_same_file() {
        assertThat(check(decision("discount", needs("rate")) + decision("rate", "")))
                .isEmpty();
        assertThat(check(decision("discount", needs("rate")))).containsExactly("decision");
        assertThat(check(decision("discount", "") + decision("rate", ""))).containsExactly("one-decision");
    }

    @Test
    void a_decision_that_needs_itself_is_refused_once_for_each_in_the_circle() {
        String circle = decision("a", needs("b")) + decision("b", needs("c")) + decision("c", needs("a"));

        assertThat(check(circle)).containsExactly("circle", "circle", "circle");
        assertThat(check(decision("a", needs("a")))).containsExactly("circle");
    }

    @Test
    void a_drawing_is_where_drawings_are() {
        String drawing = "<x xmlns='http://bpmn.io/schema/dmn/biodi/2.0'/>";

        assertThat(check(decision("discount", "") + drawing)).isEmpty();
        assertThat(check(decision("discount", "<extensionElements>" + drawing + "</extensionElements>")))
                .isEmpty();
    }

    @Test
    void a_formula_goes_no_deeper_than_people_do() {
        String deep = "(".repeat(SafeFeel.DEEPEST) + "a" + ")".repeat(SafeFeel.DEEPEST);

        assertThat(SafeFeel.flaw(deep)).isEmpty();
        assertThat(SafeFeel.flaw("(" + deep + ")")).isPresent();
        assertThat(SafeFeel.flaw("[".repeat(1_000))).isPresent();
        assertThat(SafeFeel.flaw("\"" + "(".repeat(1_000) + "\"")).isEmpty();
    }

    @Test
    void a_key_is_one_model_s() {
        assertThat(check(decision("purchase-approval", ""))).containsExactly("key");
        assertThat(check(decision("Discount", ""))).containsExactly("key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<inputEntry id='a'> | <inputEntry id='a' expressionLanguage='javascript'> | expression-language",
                "<inputEntry id='a'> | <inputEntry id='a' expressionLanguage='juel'> | expression-language",
                "<inputEntry id='a'> | <inputEntry id='a' expressionLanguage='groovy'> | expression-language",
                "<inputExpression id='ie' | <inputExpression id='ie' expressionLanguage='JUEL' | expression-language",
                "namespace='t' | namespace='t' expressionLanguage='javascript' | expression-language",
                "<text>0.1</text> | <script>1</script> | element-not-allowed",
                "<text>0.1</text> | <text>0.<description>function(x) x</description>1</text> | element-not-allowed",
                "<text>0.1</text> | <text><x xmlns='http://bpmn.io/schema/dmn/biodi/2.0'>function(x) x</x></text> | element-not-allowed",
                "<rule id='r'> | <rule id='r' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='a b'> | schema-location",
                "<output id='o' | <output camunda:class='a.B' id='o' | attribute-not-allowed",
                "<rule id='r'> | <businessKnowledgeModel id='x'/><rule id='r'> | element-not-allowed",
                "camunda:historyTimeToLive='P30D' | | history"
            })
    void what_is_no_table_in_feel_is_refused_by_its_rule(String place, String instead, String rule) {
        String file = (DEFINITIONS + decision("discount", "") + "</definitions>").replace('"', '\'');

        assertThat(rules(file.replace(place, instead == null ? "" : instead))).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"purchase\"",
                "< 500",
                "[500..5000[",
                ">= 25000",
                "true",
                "-",
                "not(\"a\", \"b\")",
                "amount * 2 + 1",
                "if a > 1 then \"x\" else \"y\"",
                "date(\"2027-01-01\")",
                "date and time(\"2027-01-01T00:00:00\")",
                "contains(name, \"ltd\")",
                "a and contains(b, \"c\")",
                "customer.country = \"NL\"",
                "x in (1, 2)",
                "duration(\"P1D\")",
                "\"it \\\"is\\\" so\"",
                "Größe > 5",
                "a between 1 and 2"
            })
    void what_only_computes_is_allowed(String formula) {
        assertThat(SafeFeel.flaw(formula)).as(formula).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${1}",
                "#{1}",
                "function(x) x",
                "function(x) external { java: { class: \"java.lang.Math\" } }",
                "{ java: 1 }",
                "for i in 1..1000000000 return i",
                "some x in 1..1000000000 satisfies x = 0",
                "10 ** 1000000000",
                "\"a\".getClass()",
                "x.getClass()",
                "java.lang.System.exit(1)",
                "matches(x, \"(a+)+b\")",
                "replace(x, \"(a+)+b\", \"\")",
                "getClass()",
                "x[item > 1]; y",
                "`x`",
                "@\"x\"",
                "\"open"
            })
    void what_could_do_more_is_refused(String formula) {
        assertThat(SafeFeel.flaw(formula)).as(formula).isPresent();
    }

    private static String decision(String id, String needs) {
        return DECISION.formatted(id, needs, id);
    }

    private static String needs(String id) {
        return "<informationRequirement><requiredDecision href='#" + id + "'/></informationRequirement>";
    }

    private static List<String> check(String decisions) {
        return rules(DEFINITIONS + decisions + "</definitions>");
    }

    private static List<String> rules(String file) {
        return ModelCheck.check(ModelCheck.read(file.getBytes(StandardCharsets.UTF_8)), KNOWN).stream()
                .map(ModelFinding::rule)
                .toList();
    }
}
