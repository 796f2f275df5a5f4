package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.BPMN;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/**
 * Where processes stand until something happens. A call waits if every run of the called process does, and a
 * sub-process if each way through it does.
 */
final class Waits {

    private static final Set<String> ALWAYS =
            Set.of("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway");
    private static final QName ERROR = new QName(BPMN, "errorEventDefinition");

    private final Set<String> waiting;
    /** Known ones: those inside each other would be gone through again for each way that leads to each of them. */
    private final Map<ModelXml, Boolean> passable = new HashMap<>();

    /** @param waiting keys of the processes every run of which waits somewhere */
    private Waits(Set<String> waiting) {
        this.waiting = waiting;
    }

    /** @param processes by key */
    static Waits among(Map<String, ModelXml> processes) {
        Set<String> waiting = new HashSet<>();
        boolean grows = true;
        while (grows) {
            Waits known = new Waits(Set.copyOf(waiting));
            grows = waiting.addAll(processes.entrySet().stream()
                    .filter(process -> !known.canPass(process.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet()));
        }
        return new Waits(Set.copyOf(waiting));
    }

    boolean at(ModelXml element) {
        return switch (element.local()) {
            case "callActivity" ->
                waiting.contains(element.attribute("calledElement").orElse(""));
            case "subProcess" -> !isPassable(element);
            // What an error leads to happens at once.
            case "boundaryEvent" -> element.children(ERROR).findAny().isEmpty();
            default -> ALWAYS.contains(element.local());
        };
    }

    private boolean isPassable(ModelXml subProcess) {
        Boolean known = passable.get(subProcess);
        if (known != null) return known;
        boolean found = canPass(subProcess);
        passable.put(subProcess, found);
        return found;
    }

    /** Whether a run can get from a beginning of the process or sub-process to an end without waiting. */
    boolean canPass(ModelXml scope) {
        Flow flow = Flow.of(scope.children());
        Deque<ModelXml> open = new ArrayDeque<>(flow.beginnings());
        if (open.isEmpty()) return true;
        Set<ModelXml> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ModelXml node = open.pop();
            if (at(node) || !seen.add(node)) continue;
            if (flow.isEnd(node)) return true;
            open.addAll(flow.after(node));
        }
        return false;
    }
}
