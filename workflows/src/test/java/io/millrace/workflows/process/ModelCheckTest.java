package io.millrace.workflows.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bpmn.Models;
import io.millrace.process.ModelFinding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be deployed, and every way around it that we know of. */
class ModelCheckTest {

    static final String DEFINITIONS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">
            """;
    static final String PROCESS = """
            <process id="new-phone" name="New phone" isExecutable="true" camunda:historyTimeToLive="P30D">
              <startEvent id="start"/>
              <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
              %s
              <userTask id="ask" name="Ask" camunda:candidateGroups="manager"/>
              <sequenceFlow id="f2" sourceRef="ask" targetRef="end"/>
              <endEvent id="end"/>
            </process>
            """;

    static final Known KNOWN = new Known(
            Map.of("openGate", List.of(), "remindDeciders", List.of(), "recordRouting", List.of()),
            Set.of("approval-decision"),
            Set.of("decideGate"),
            Set.of("manager", "ceo"),
            Set.of("approval.completed"),
            Set.of("approval.", "tenant."),
            Map.of(
                    "approval-gate",
                    process("approval-gate", "<userTask id='u'/>"),
                    "straight",
                    process("straight", "")),
            Set.of("approval-routing"));

    static Stream<String> shared() {
        return Models.RESOURCES.stream().filter(resource -> !resource.endsWith(".form"));
    }

    @ParameterizedTest
    @MethodSource("shared")
    void our_own_models_may_be_taken_and_changed(String resource) {
        assertThat(check(read(resource), KNOWN)).isEmpty();
    }

    @Test
    void a_plain_model_may_be_deployed() {
        assertThat(rules("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<scriptTask id='x' scriptFormat='javascript'><script>1</script></scriptTask> | element-not-allowed",
                "<sendTask id='x'/> | element-not-allowed",
                "<serviceTask id='x' camunda:class='java.lang.Runtime'/> | attribute-not-allowed",
                "<serviceTask id='x' camunda:expression='${a}'/> | attribute-not-allowed",
                "<serviceTask id='x' camunda:type='external' camunda:topic='t'/> | attribute-not-allowed",
                "<serviceTask id='x' camunda:delegateExpression='${unknown}'/> | delegate",
                "<serviceTask id='x' camunda:delegateExpression='${openGate.class}'/> | expression",
                "<serviceTask id='x' camunda:delegateExpression='openGate'/> | delegate",
                "<serviceTask id='x'/> | delegate",
                "<userTask id='x' camunda:candidateGroups='globex-managers'/> | group",
                "<userTask id='x'/> | group",
                "<userTask id='x' camunda:candidateGroups='manager' camunda:formKey='embedded:app:x.html'/> | attribute-not-allowed",
                "<userTask id='x' camunda:candidateGroups='manager' camunda:formRef='unknown'/> | form",
                "<startEvent id='x'><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></startEvent> | timer-start",
                "<callActivity id='x' calledElement='secret-process'/> | call",
                "<callActivity id='x' calledElement='${key}'/> | call",
                "<callActivity id='x' calledElement='approval-gate' camunda:calledElementBinding='deployment'/> | binding",
                "<callActivity id='x' calledElement='new-phone'/> | call-circle",
                "<callActivity id='a' calledElement='straight'/><sequenceFlow id='g' sourceRef='a' targetRef='a'/> | loop",
                "<subProcess id='a'><startEvent id='b'/></subProcess><sequenceFlow id='g' sourceRef='a' targetRef='a'/> | loop",
                "<serviceTask id='a' camunda:delegateExpression='${openGate}'/><boundaryEvent id='b' attachedToRef='a'><errorEventDefinition/></boundaryEvent><sequenceFlow id='g' sourceRef='b' targetRef='a'/> | loop",
                "<userTask id='x' camunda:assignee='max'/> | assignee",
                "<userTask id='x' camunda:candidateGroups='ceo' camunda:formRef='approval-decision' camunda:formRefBinding='latest'/> | binding",
                "<userTask id='x' camunda:candidateGroups='ceo' camunda:formRef='approval-decision'/> | binding",
                "<businessRuleTask id='x' camunda:decisionRef='none'/> | decision",
                "<businessRuleTask id='x' camunda:class='a.B'/> | attribute-not-allowed",
                "<intermediateCatchEvent id='x'><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent> | retries",
                "<manualTask id='x' camunda:asyncBefore='true'/> | retries",
                "<intermediateThrowEvent id='x'><signalEventDefinition/></intermediateThrowEvent> | element-not-allowed",
                "<transaction id='x'/> | element-not-allowed",
                "<dataObject id='x'/> | element-not-allowed",
                "<manualTask id='x'><extensionElements><camunda:executionListener class='a.B' event='start'/></extensionElements></manualTask> | element-not-allowed",
                "<manualTask id='x'><extensionElements><camunda:connector/></extensionElements></manualTask> | element-not-allowed",
                "<manualTask id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></manualTask> | element-not-allowed",
                "<manualTask id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>${''.getClass()}</camunda:inputParameter></camunda:inputOutput></extensionElements></manualTask> | expression",
                "<manualTask id='x'><extensionElements><other xmlns='http://example.test'/></extensionElements></manualTask> | element-not-allowed",
                "<manualTask id='x' xmlns:a='http://activiti.org/bpmn' a:class='b.C'/> | attribute-not-allowed",
                "<manualTask id='x'><multiInstanceLoopCharacteristics><loopCardinality>1001</loopCardinality></multiInstanceLoopCharacteristics></manualTask> | multi-instance",
                "<manualTask id='x'><multiInstanceLoopCharacteristics><loopCardinality>${n}</loopCardinality></multiInstanceLoopCharacteristics></manualTask> | multi-instance",
                "<manualTask id='a'/><manualTask id='b'/><sequenceFlow id='g' sourceRef='a' targetRef='b'/><sequenceFlow id='h' sourceRef='b' targetRef='a'/> | loop",
                "<manualTask id='a'/><sequenceFlow id='g' sourceRef='a' targetRef='a'/> | loop",
                "<sequenceFlow id='g' sourceRef='start' targetRef='ask'><conditionExpression>${execution}</conditionExpression></sequenceFlow> | expression",
                "<sequenceFlow id='g' sourceRef='start' targetRef='ask'><conditionExpression language='groovy'>1</conditionExpression></sequenceFlow> | attribute-not-allowed",
                "<userTask id='x' camunda:candidateGroups='manager'><extensionElements><camunda:properties><camunda:property name='millrace.completes' value='suspendMember'/></camunda:properties></extensionElements></userTask> | property",
                "<userTask id='x' camunda:candidateGroups='manager'><extensionElements><camunda:properties><camunda:property name='millrace.root' value='true'/></camunda:properties></extensionElements></userTask> | property"
            })
    void what_could_do_harm_is_refused_by_its_rule(String snippet, String rule) {
        assertThat(rules(snippet)).as(snippet).contains(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "order.paid, true",
        "approval.completed, true",
        "approval.made_up, false",
        "tenant.closed, false",
        "Order paid, false",
        "order..paid, false",
        "'', false"
    })
    void a_message_is_an_event_of_the_platform_or_one_of_the_tenant_s_own(String name, boolean allowed) {
        String model = DEFINITIONS + "<message id='m' name='" + name + "'/>" + PROCESS.formatted("") + "</definitions>";

        assertThat(rules(check(bytes(model), KNOWN)).contains("message")).isNotEqualTo(allowed);
    }

    @Test
    void a_loop_that_waits_is_none() {
        assertThat(rules("<sequenceFlow id='g' sourceRef='ask' targetRef='ask'/>"))
                .isEmpty();
        assertThat(
                        rules(
                                "<callActivity id='a' calledElement='approval-gate'/><sequenceFlow id='g' sourceRef='a' targetRef='a'/>"))
                .isEmpty();
        assertThat(rules("<subProcess id='a'><userTask id='b' camunda:candidateGroups='ceo'/></subProcess>"
                        + "<sequenceFlow id='g' sourceRef='a' targetRef='a'/>"))
                .isEmpty();
    }

    @Test
    void a_process_that_others_rely_on_to_wait_goes_on_waiting() {
        String caller =
                "<callActivity id='a' calledElement='new-phone'/><sequenceFlow id='g' sourceRef='a' targetRef='a'/>";
        Known relying = new Known(
                Map.of(),
                Set.of(),
                Set.of(),
                Set.of("manager"),
                Set.of(),
                Set.of(),
                Map.of("new-phone", process("new-phone", "<userTask id='u'/>"), "caller", process("caller", caller)),
                Set.of());
        String hasty = DEFINITIONS + "<process id='new-phone' isExecutable='true' camunda:historyTimeToLive='P1D'>"
                + "<startEvent id='start'/></process></definitions>";

        assertThat(rules(check(model(""), relying))).isEmpty();
        assertThat(rules(check(bytes(hasty), relying))).containsExactly("loop");
    }

    @ParameterizedTest
    @CsvSource({"out-of-stock, true", "java.lang.RuntimeException, false", "io.millrace.Refusal, false", "'', false"})
    void an_error_s_code_is_no_class(String code, boolean allowed) {
        String model =
                DEFINITIONS + "<error id='e' errorCode='" + code + "'/>" + PROCESS.formatted("") + "</definitions>";

        assertThat(rules(check(bytes(model), KNOWN)).contains("error-code")).isNotEqualTo(allowed);
    }

    @Test
    void all_findings_come_at_once_each_with_what_to_do() {
        List<ModelFinding> findings = check(
                model("<scriptTask id='x'/><serviceTask id='y'/><callActivity id='z' calledElement='q'/>"), KNOWN);

        assertThat(findings).extracting(ModelFinding::element).containsExactlyInAnyOrder("x", "y", "z");
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.detail()).isNotBlank().endsWith(".");
            assertThat(finding.advice()).isNotBlank().endsWith(".");
        });
    }

    @Test
    void a_process_says_how_long_it_is_kept_and_that_it_runs() {
        String model = DEFINITIONS + "<process id='New Phone'/></definitions>";

        assertThat(rules(check(bytes(model), KNOWN))).containsExactlyInAnyOrder("history", "key", "executable");
    }

    @Test
    void a_file_holds_one_process() {
        String two = DEFINITIONS + PROCESS.formatted("") + PROCESS.formatted("").replace("new-phone", "other")
                + "</definitions>";

        assertThat(rules(check(bytes(two), KNOWN))).containsExactly("one-process");
    }

    private static ModelXml process(String key, String content) {
        return ModelXml.read(bytes(DEFINITIONS + "<process id='" + key + "'>" + content + "</process></definitions>"))
                .children(ModelCheck.PROCESS)
                .findFirst()
                .orElseThrow();
    }

    private static List<ModelFinding> check(byte[] file, Known known) {
        return ModelCheck.check(ModelCheck.read(file), known);
    }

    static List<String> rules(String snippet) {
        return rules(check(model(snippet), KNOWN));
    }

    private static List<String> rules(List<ModelFinding> findings) {
        return findings.stream().map(ModelFinding::rule).toList();
    }

    private static byte[] model(String snippet) {
        return bytes(DEFINITIONS + PROCESS.formatted(snippet) + "</definitions>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String resource) {
        try (InputStream file = Models.class.getClassLoader().getResourceAsStream(resource)) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
