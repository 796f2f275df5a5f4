package io.millrace.workflows.process;

import static io.millrace.workflows.process.ModelCheckTest.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.millrace.process.ModelFinding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models that would hold up whoever reads them, or make the engine's parsers do more than read. */
class ModelLimitsTest {

    @Test
    void what_would_be_fetched_to_read_it_is_refused_wherever_it_is_named() {
        String fetched = "xsi:schemaLocation='http://camunda.org/schema/1.0/bpmn http://127.0.0.1:1/x.xsd'";
        String drawing = "<di:BPMNDiagram xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI' %s/></definitions>";

        assertThat(rules("<manualTask id='x' " + fetched + "/>")).containsExactly("schema-location");
        assertThat(rules("<manualTask id='x' xsi:noNamespaceSchemaLocation='file:///etc/passwd'/>"))
                .containsExactly("schema-location");
        assertThat(rulesOfWhole(drawing.formatted(fetched))).containsExactly("schema-location");
        assertThat(rulesOfWhole(drawing.formatted(""))).isEmpty();
    }

    @Test
    void a_drawing_is_where_drawings_are() {
        String drawing = "<di:BPMNDiagram xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI'/>";

        assertThat(rules(drawing)).containsExactly("element-not-allowed");
        assertThat(rules("<manualTask id='x'><extensionElements>" + drawing + "</extensionElements></manualTask>"))
                .containsExactly("element-not-allowed");
    }

    @Test
    void what_does_not_fit_into_the_engine_s_tables_is_refused_before_they_say_so() {
        String longer = "n".repeat(256);

        assertThat(rules("<manualTask id='x' name='" + longer.substring(1) + "'/>"))
                .isEmpty();
        assertThat(rules("<manualTask id='x' name='" + longer + "'/>")).containsExactly("too-long");
        assertThat(rules("<manualTask id='" + longer + "'/>")).containsExactly("too-long");
        assertThat(rules("<manualTask id='x'><documentation>" + "n".repeat(4_001) + "</documentation></manualTask>"))
                .containsExactly("too-long");
    }

    /** Each way to an inner one was gone through for each way to the outer one. */
    @Test
    void sub_processes_inside_each_other_take_no_longer_than_others() {
        StringBuilder nested = new StringBuilder("<manualTask id='innermost'/>");
        for (int n = 40; n > 0; n--) {
            nested.insert(0, """
                    <subProcess id='s%1$d'><startEvent id='a%1$d'/><manualTask id='m%1$d'/>""".formatted(n));
            String inner = n == 40 ? "innermost" : "s" + (n + 1);
            for (String from : List.of("a" + n, "m" + n)) nested.append(flow(from, inner));
            nested.append(flow("a" + n, "m" + n)).append("</subProcess>");
        }

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(rules(nested.toString())).isEmpty());
    }

    @Test
    void the_longest_model_is_checked_in_a_moment() {
        StringBuilder steps = new StringBuilder("<manualTask id='t0'/>");
        for (int n = 1; n < 2_400; n++) {
            steps.append("<manualTask id='t").append(n).append("'/>").append(flow("t" + (n - 1), "t" + n));
        }

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(rules(steps.toString())).isEmpty());
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id='%1$s-%2$s' sourceRef='%1$s' targetRef='%2$s'/>".formatted(from, to);
    }

    /** @param end what comes behind the process */
    private static List<String> rulesOfWhole(String end) {
        String file = ModelCheckTest.DEFINITIONS + ModelCheckTest.PROCESS.formatted("") + end;
        return ModelCheck.check(ModelCheck.read(file.getBytes(StandardCharsets.UTF_8)), ModelCheckTest.KNOWN).stream()
                .map(ModelFinding::rule)
                .toList();
    }
}
