package io.millrace.bpmn;

import static io.millrace.bpmn.NamingRules.at;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Where a model's transactions begin, and how often what runs on its own is tried again. */
final class EngineRules {

    private static final String CYCLE = "R\\d+/P[0-9DHMSTW]+|P[0-9DHMSTW]+(,P[0-9DHMSTW]+)*";

    private EngineRules() {}

    static List<String> workAfterAWaitIsAsynchronous(Drawing drawing) {
        return drawing.nodes()
                .filter(EngineRules::works)
                .filter(n -> comesFirst(drawing, n, new HashSet<>()))
                .filter(n -> n.isCamundaAsyncBefore() == joins(n))
                .map(n -> at(n) + "comes first after a wait: set asyncBefore, or else the property " + Models.JOINS
                        + " if it belongs to the transaction of whoever ends the wait (one of them, not both)")
                .toList();
    }

    static List<String> whatRunsOnItsOwnStatesItsRetries(Drawing drawing) {
        return drawing.nodes()
                .filter(EngineRules::runsAsAJob)
                .filter(n -> retryCycles(n).stream().noneMatch(c -> c.matches(CYCLE)))
                .map(n -> at(n) + "runs as a job: state its failedJobRetryTimeCycle (\"R5/PT1M\")")
                .toList();
    }

    static List<String> nothingElseStatesRetries(Drawing drawing) {
        return drawing.nodes()
                .filter(n -> !runsAsAJob(n) && !retryCycles(n).isEmpty())
                .map(n -> at(n) + "never runs as a job: take its failedJobRetryTimeCycle away")
                .toList();
    }

    private static boolean works(FlowNode node) {
        return node instanceof ServiceTask || node instanceof SendTask || node instanceof BusinessRuleTask;
    }

    /** A gateway between the wait and the work changes nothing: it is passed in the same transaction. */
    private static boolean comesFirst(Drawing drawing, FlowNode node, Set<FlowNode> seen) {
        return drawing.flowsTo(node).stream()
                .map(SequenceFlow::getSource)
                .filter(seen::add)
                .anyMatch(before -> waits(before) || (before instanceof Gateway && comesFirst(drawing, before, seen)));
    }

    private static boolean waits(FlowNode node) {
        return node instanceof CatchEvent || node instanceof UserTask || node instanceof ReceiveTask;
    }

    private static boolean runsAsAJob(FlowNode node) {
        boolean timer = node instanceof CatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
        return timer || node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter();
    }

    private static boolean joins(FlowNode node) {
        return extensions(node, CamundaProperties.class).stream()
                .flatMap(p -> p.getCamundaProperties().stream())
                .anyMatch(p -> Models.JOINS.equals(p.getCamundaName()) && "true".equals(p.getCamundaValue()));
    }

    private static List<String> retryCycles(FlowNode node) {
        return extensions(node, CamundaFailedJobRetryTimeCycle.class).stream()
                .map(c -> c.getTextContent().trim())
                .toList();
    }

    static <T extends ModelElementInstance> Collection<T> extensions(BaseElement element, Class<T> type) {
        if (element.getExtensionElements() == null) return List.of();
        return element.getExtensionElements()
                .getElementsQuery()
                .filterByType(type)
                .list();
    }
}
