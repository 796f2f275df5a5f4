package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.BPMN;
import static io.millrace.workflows.process.AllowedElements.CAMUNDA;

import io.millrace.workflows.engine.Repetitions;
import java.util.ArrayDeque;
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

    private static final QName RETRIES = new QName(CAMUNDA, "failedJobRetryTimeCycle");
    private static final QName TIMER = new QName(BPMN, "timerEventDefinition");

    private final Findings findings;
    private final Known known;
    /** As they would be with the process that is checked. */
    private final Map<String, ModelXml> processes = new HashMap<>();

    private final Waits before;
    private final Waits waits;

    FlowRules(Findings findings, Known known, ModelXml process) {
        this.findings = findings;
        this.known = known;
        processes.putAll(known.processes());
        processes.put(process.attribute("id").orElse(""), process);
        before = Waits.among(known.processes());
        waits = Waits.among(processes);
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
        checkCalls(process);
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
                .anyMatch(name -> element.attribute(CAMUNDA, name)
                        .filter(value -> !value.equals("false"))
                        .isPresent());
        return async || element.children(TIMER).findAny().isPresent();
    }

    private static boolean hasRetries(ModelXml element) {
        return ReferenceRules.hasRetriesProperty(element)
                || element.children(new QName(BPMN, "extensionElements"))
                        .flatMap(extensions -> extensions.children(RETRIES))
                        .findAny()
                        .isPresent();
    }

    private void checkCardinality(ModelXml cardinality) {
        String times = cardinality.text();
        boolean fits = times.matches("\\d{1,4}") && Integer.parseInt(times) <= Repetitions.MOST;
        if (fits) return;
        findings.add(
                cardinality,
                "multi-instance",
                "It must be a number up to " + Repetitions.MOST + ", not \"" + times + "\".",
                "Write the number, or loop over a collection.");
    }

    /** Each circle must have somewhere to stand, or one instance keeps a node busy for ever. */
    private void checkLoops(ModelXml process) {
        for (ModelXml element : circles(process, waits)) {
            findings.add(
                    element,
                    "loop",
                    "It comes back to itself without waiting for anything.",
                    "Put a timer, a message or a task into the circle.");
        }
    }

    /** One element of each circle in which nothing waits. */
    private static List<ModelXml> circles(ModelXml process, Waits waits) {
        Flow flow = Flow.of(process.all().toList());
        Set<ModelXml> told = new HashSet<>();
        return flow.nodes().stream()
                .filter(element -> !waits.at(element) && !told.contains(element))
                .filter(element -> comesBack(element, flow, waits, told))
                .toList();
    }

    /** @param circle gets what lies on the way, so that one circle is told once */
    private static boolean comesBack(ModelXml start, Flow flow, Waits waits, Set<ModelXml> circle) {
        Deque<ModelXml> open = new ArrayDeque<>(flow.after(start));
        Set<ModelXml> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ModelXml node = open.pop();
            if (waits.at(node) || !seen.add(node)) continue;
            if (node == start) {
                circle.addAll(seen);
                return true;
            }
            open.addAll(flow.after(node));
        }
        return false;
    }

    /** A process that calls itself begins anew without end, and so may others that call a changed one. */
    private void checkCalls(ModelXml process) {
        String key = process.attribute("id").orElse("");
        if (reached(key).contains(key)) {
            findings.add(
                    process,
                    "call-circle",
                    "It calls itself, directly or through the processes that it calls.",
                    "Use a loop with a task, a message or a timer in it instead.");
        }
        known.processes().forEach((other, model) -> {
            if (other.equals(key)
                    || circles(model, waits).isEmpty()
                    || !circles(model, before).isEmpty()) return;
            findings.add(
                    process,
                    "loop",
                    other + " calls it in a circle and relies on it to wait.",
                    "Keep a task, a message or a timer on each way through it.");
        });
    }

    private Set<String> reached(String key) {
        Deque<String> open = new ArrayDeque<>(calls(key));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) open.addAll(calls(next));
        }
        return seen;
    }

    private Set<String> calls(String key) {
        ModelXml process = processes.get(key);
        return process == null ? Set.of() : References.called(process);
    }
}
