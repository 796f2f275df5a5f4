package io.millrace.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vocabulary classes hold every word that code and models share. */
class VocabularyTest {

    private static final Pattern BEAN_OR_VARIABLE = Pattern.compile("[$#]\\{\\s*!?([a-zA-Z]\\w*)");

    static Stream<Drawing> models() {
        return Drawing.all();
    }

    @Test
    void everything_in_this_module_is_deployed() {
        assertThat(Models.RESOURCES)
                .containsExactlyInAnyOrderElementsOf(Drawing.filesOfThisModule()
                        .map(f -> "io/millrace/bpmn/" + f)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_process_has_its_class(Drawing drawing) throws ReflectiveOperationException {
        String key = drawing.process().getId();
        Class<?> vocabulary = Class.forName("io.millrace.bpmn." + Words.capital(Words.camelCase(key)));

        assertThat(vocabulary.getField("KEY").get(null)).isEqualTo(key);
    }

    @ParameterizedTest
    @MethodSource("models")
    void each_variable_delegate_and_user_task_is_a_constant(Drawing drawing) {
        assertThat(constants()).containsAll(words(drawing));
    }

    private static Set<String> words(Drawing drawing) {
        var model = drawing.model();
        Stream<String> conditions = model.getModelElementsByType(ConditionExpression.class).stream()
                .filter(c -> c.getParentElement() instanceof SequenceFlow)
                .map(c -> nameIn(c.getTextContent()));
        Stream<String> delegates = drawing.nodes(FlowNode.class)
                .map(n -> n.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression"))
                .filter(e -> e != null)
                .map(VocabularyTest::nameIn);
        Stream<String> users = drawing.nodes(UserTask.class)
                .flatMap(t -> Stream.of(t.getId(), t.getCamundaFormRef(), nameIn(t.getCamundaCandidateGroups())));
        Stream<String> given = model.getModelElementsByType(CamundaIn.class).stream()
                .filter(in -> in.getCamundaTarget() != null)
                .flatMap(in -> Stream.of(in.getCamundaTarget(), in.getCamundaSourceExpression()));
        Stream<String> taken = Stream.concat(
                model.getModelElementsByType(CamundaOut.class).stream().map(CamundaOut::getCamundaTarget),
                model.getModelElementsByType(CamundaOutputParameter.class).stream()
                        .map(CamundaOutputParameter::getCamundaName));
        Stream<String> useCases = model.getModelElementsByType(CamundaProperty.class).stream()
                .filter(p -> Models.COMPLETES.equals(p.getCamundaName()))
                .map(CamundaProperty::getCamundaValue);
        return Stream.of(conditions, delegates, users, given, taken, useCases)
                .flatMap(s -> s)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameIn(String expression) {
        Matcher name = BEAN_OR_VARIABLE.matcher(expression);
        return name.find() ? name.group(1) : expression;
    }

    private static Set<String> constants() {
        return Drawing.all()
                .map(d -> Words.capital(Words.camelCase(d.process().getId())))
                .flatMap(VocabularyTest::constantsOf)
                .collect(Collectors.toSet());
    }

    private static Stream<String> constantsOf(String vocabulary) {
        try {
            return Stream.of(Class.forName("io.millrace.bpmn." + vocabulary).getFields())
                    .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == String.class)
                    .map(VocabularyTest::valueOf);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no class of words for a process", e);
        }
    }

    private static String valueOf(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
