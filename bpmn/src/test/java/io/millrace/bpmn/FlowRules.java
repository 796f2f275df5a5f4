package io.millrace.bpmn;

import static io.millrace.bpmn.NamingRules.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.jspecify.annotations.Nullable;

/** How a model chooses its way. */
final class FlowRules {

    private static final String OPERAND = "('[^']*'|\"[^\"]*\"|-?\\d+(\\.\\d+)?|[a-zA-Z]\\w*)";
    private static final String COMPARISON =
            "\\$\\{\\s*!?[a-zA-Z]\\w*(\\s*(==|!=|<=?|>=?|eq|ne|lt|le|gt|ge)\\s*" + OPERAND + ")?\\s*}";

    private FlowRules() {}

    static List<String> lastAnswerIsTheDefault(Drawing drawing) {
        return drawing.choices()
                .flatMap(g -> withoutDefaultAtTheEnd(g, drawing.flowsFrom(g)))
                .toList();
    }

    private static Stream<String> withoutDefaultAtTheEnd(Gateway gateway, List<SequenceFlow> answers) {
        SequenceFlow last = answers.get(answers.size() - 1);
        List<String> findings = new ArrayList<>();
        if (!last.equals(defaultOf(gateway))) {
            findings.add(at(gateway) + "make its last answer, " + last.getId() + ", the default flow");
        }
        answers.stream()
                .filter(f -> !f.equals(defaultOf(gateway)) && f.getConditionExpression() == null)
                .forEach(f -> findings.add(at(f) + "state the condition of this answer"));
        return findings.stream();
    }

    private static @Nullable SequenceFlow defaultOf(Gateway gateway) {
        if (gateway instanceof ExclusiveGateway exclusive) return exclusive.getDefault();
        return ((InclusiveGateway) gateway).getDefault();
    }

    static List<String> gatewaysSplitOrJoin(Drawing drawing) {
        return drawing.nodes(Gateway.class)
                .filter(g ->
                        drawing.flowsTo(g).size() > 1 && drawing.flowsFrom(g).size() > 1)
                .map(g -> at(g) + "join the ways in a gateway of its own before it")
                .toList();
    }

    static List<String> conditionsOnlyCompareAVariable(Drawing drawing) {
        return drawing.model().getModelElementsByType(ConditionExpression.class).stream()
                .filter(c -> c.getParentElement() instanceof SequenceFlow)
                .filter(c -> !c.getTextContent().trim().matches(COMPARISON))
                .map(c ->
                        at((SequenceFlow) c.getParentElement()) + "compare one variable (\"${decision == 'approve'}\")"
                                + " instead of " + c.getTextContent().trim())
                .toList();
    }

    static List<String> choicesOfManyRulesAreTables(Drawing drawing) {
        return drawing.choices()
                .filter(g -> conditions(drawing.flowsFrom(g)) > 2)
                .map(g -> at(g) + "has " + conditions(drawing.flowsFrom(g))
                        + " conditions; from three on they belong in a DMN table")
                .toList();
    }

    private static long conditions(List<SequenceFlow> answers) {
        return answers.stream()
                .map(SequenceFlow::getConditionExpression)
                .filter(Objects::nonNull)
                .count();
    }

    static List<String> callsHandTheBusinessKeyOn(Drawing drawing) {
        return drawing.nodes(CallActivity.class)
                .filter(c -> c.getExtensionElements() == null
                        || c.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                                .noneMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey())))
                .map(c -> at(c)
                        + "hand on the business key: <camunda:in businessKey=\"#{execution.processBusinessKey}\"/>")
                .toList();
    }
}
