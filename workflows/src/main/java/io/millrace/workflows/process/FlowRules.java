package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.BPMN;
import static io.millrace.workflows.process.AllowedElements.CAMUNDA;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** How a model runs: it can be tried again, it does not run in circles, it is forgotten some day. */
final class FlowRules {

    static final int MOST_INSTANCES = 1_000;

    private static final QName RETRIES = new QName(CAMUNDA, "failedJobRetryTimeCycle");
    private static final QName TIMER = new QName(BPMN, "timerEventDefinition");

    /** Where a process stands until something happens. */
    private static final Set<String> WAITS = Set.of(
            "userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway", "callActivity", "subProcess");

    private final Findings findings;

    FlowRules(Findings findings) {
        this.findings = findings;
    }

    void check(ModelXml process) {
        if (process.attribute(CAMUNDA, "historyTimeToLive").isEmpty()) {
            findings.add(
                    process,
                    "history",
                    "It does not say how long its history is kept.",
                    "Set the history time to live, such as P400D.");
        }
        process.all().forEach(this::checkElement);
        checkLoops(process);
    }

    private void checkElement(ModelXml element) {
        if (needsRetries(element) && !hasRetries(element)) {
            findings.add(
                    element,
                    "retries",
                    "It does not say how often it is tried again.",
                    "Set the retry time cycle, such as R5/PT1M.");
        }
        if (element.local().equals("loopCardinality")) checkCardinality(element);
    }

    private static boolean needsRetries(ModelXml element) {
        boolean async = Stream.of("asyncBefore", "asyncAfter")
                .anyMatch(name ->
                        element.attribute(CAMUNDA, name).filter("true"::equals).isPresent());
        return async || element.children(TIMER).findAny().isPresent();
    }

    private static boolean hasRetries(ModelXml element) {
        return element.children(new QName(BPMN, "extensionElements"))
                .flatMap(extensions -> extensions.children(RETRIES))
                .findAny()
                .isPresent();
    }

    private void checkCardinality(ModelXml cardinality) {
        String times = cardinality.text();
        boolean fits = times.matches("\\d{1,4}") && Integer.parseInt(times) <= MOST_INSTANCES;
        if (fits) return;
        findings.add(
                cardinality,
                "multi-instance",
                "It must be a number up to " + MOST_INSTANCES + ", not \"" + times + "\".",
                "Write the number, or loop over a collection.");
    }

    /** Each circle must have somewhere to stand, or one instance keeps a node busy for ever. */
    private void checkLoops(ModelXml process) {
        Map<String, ModelXml> nodes = new HashMap<>();
        Map<String, List<String>> next = new HashMap<>();
        process.all().forEach(element -> {
            element.attribute("id").ifPresent(id -> nodes.put(id, element));
            if (element.local().equals("sequenceFlow")) {
                next.computeIfAbsent(element.attribute("sourceRef").orElse(""), id -> new ArrayList<>())
                        .add(element.attribute("targetRef").orElse(""));
            }
        });
        Set<String> told = new HashSet<>();
        nodes.forEach((id, element) -> {
            if (!waits(element) && !told.contains(id) && comesBack(id, nodes, next, told)) {
                findings.add(
                        element,
                        "loop",
                        "It comes back to itself without waiting for anything.",
                        "Put a timer, a message or a task into the circle.");
            }
        });
    }

    /** @param circle gets what lies on the way, so that one circle is told once */
    private static boolean comesBack(
            String start, Map<String, ModelXml> nodes, Map<String, List<String>> next, Set<String> circle) {
        Deque<String> open = new ArrayDeque<>(next.getOrDefault(start, List.of()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String id = open.pop();
            ModelXml node = nodes.get(id);
            if (node == null || waits(node) || !seen.add(id)) continue;
            if (id.equals(start)) {
                circle.addAll(seen);
                return true;
            }
            open.addAll(next.getOrDefault(id, List.of()));
        }
        return false;
    }

    private static boolean waits(ModelXml element) {
        return WAITS.contains(element.local());
    }
}
