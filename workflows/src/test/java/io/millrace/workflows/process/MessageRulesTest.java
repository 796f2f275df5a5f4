package io.millrace.workflows.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.correlation.Trigger;
import io.millrace.process.ModelFinding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which data of a message a model takes, and how long it waits. */
class MessageRulesTest {

    @Test
    void every_place_at_which_a_message_comes_in_is_found() {
        ModelXml root = root("""
                <startEvent id='start'><messageEventDefinition messageRef='paid'/></startEvent>
                <startEvent id='plain'/>
                <intermediateCatchEvent id='catch'>%s<messageEventDefinition messageRef='t:paid'/></intermediateCatchEvent>
                <intermediateCatchEvent id='timer'><timerEventDefinition/></intermediateCatchEvent>
                <receiveTask id='receive' messageRef='shipped'/>
                <userTask id='ask'/>
                <boundaryEvent id='boundary' attachedToRef='ask'><messageEventDefinition messageRef='shipped'/></boundaryEvent>
                <subProcess id='sub' triggeredByEvent='true'>
                  <startEvent id='inner'><messageEventDefinition messageRef='paid'/></startEvent>
                </subProcess>""".formatted(
                        saying("millrace.variables", "amount, currency,amount") + saying("millrace.keep", "PT12H")));

        assertThat(MessageRules.triggers(root))
                .containsExactly(
                        new Trigger("start", "order.paid", true, List.of(), MessageRules.KEPT),
                        new Trigger("catch", "order.paid", false, List.of("amount", "currency"), Duration.ofHours(12)),
                        new Trigger("receive", "order.shipped", false, List.of(), MessageRules.KEPT),
                        new Trigger("boundary", "order.shipped", false, List.of(), MessageRules.KEPT),
                        new Trigger("inner", "order.paid", false, List.of(), MessageRules.KEPT));
        assertThat(findings(root)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount", " amount , _currency ", "A1"})
    void names_of_fields_may_be_asked_for(String names) {
        assertThat(rulesOfCatch("millrace.variables", names)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "a,,b", "a b", "a.b", "1a", "${a}", "a;b", "größe"})
    void what_is_no_name_is_refused(String names) {
        assertThat(rulesOfCatch("millrace.variables", names)).containsExactly("property");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "P7D", "P90D", "PT36H", "P1DT2H"})
    void a_message_may_wait_for_up_to_ninety_days(String time) {
        assertThat(rulesOfCatch("millrace.keep", time)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "7D", "P91D", "PT0S", "-PT1S", "P1M", "P1Y", "PT0.5S", "R/P1D", "P90DT1S"})
    void another_time_is_refused(String time) {
        assertThat(rulesOfCatch("millrace.keep", time)).containsExactly("property");
    }

    @ParameterizedTest
    @CsvSource({"millrace.variables, amount", "millrace.keep, P1D"})
    void where_no_message_comes_in_neither_means_anything(String name, String value) {
        ModelXml root = root("<userTask id='ask'>" + saying(name, value) + "</userTask>");

        assertThat(findings(root)).extracting(ModelFinding::element).containsExactly("ask");
    }

    @Test
    void nothing_waits_for_a_process_to_start() {
        ModelXml root = root("<startEvent id='start'>" + saying("millrace.keep", "P1D")
                + "<messageEventDefinition messageRef='paid'/></startEvent>");

        assertThat(findings(root)).extracting(ModelFinding::element).containsExactly("start");
    }

    @ParameterizedTest
    @CsvSource({"#{execution.processBusinessKey}, 0", "${ execution.processBusinessKey }, 0", "${other}, 1", "fixed, 1"
    })
    void a_called_process_is_about_the_same(String key, int wrong) {
        ModelXml root =
                root("<callActivity id='call' calledElement='other'><extensionElements><camunda:in businessKey='" + key
                        + "'/></extensionElements></callActivity>");

        assertThat(findings(root)).hasSize(wrong);
    }

    private static List<String> rulesOfCatch(String property, String value) {
        ModelXml root = root("<intermediateCatchEvent id='catch'>" + saying(property, value)
                + "<messageEventDefinition messageRef='paid'/></intermediateCatchEvent>");
        return findings(root).stream().map(ModelFinding::rule).toList();
    }

    private static List<ModelFinding> findings(ModelXml root) {
        Findings findings = new Findings();
        new MessageRules(findings).check(root);
        return findings.all();
    }

    private static String saying(String name, String value) {
        return "<extensionElements><camunda:properties><camunda:property name='" + name + "' value='" + value
                + "'/></camunda:properties></extensionElements>";
    }

    private static ModelXml root(String elements) {
        return ModelXml.read("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:t="t"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
                  <message id="paid" name="order.paid"/>
                  <message id="shipped" name="order.shipped"/>
                  <process id="p">%s</process>
                </definitions>""".formatted(elements).getBytes(StandardCharsets.UTF_8));
    }
}
