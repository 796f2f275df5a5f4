package io.millrace.workflows.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which decision of a file needs which others of it.
 *
 * @param needed by the id of a decision, the ids of those whose answers it takes
 */
record DecisionRequirements(Map<String, Set<String>> needed) {

    static DecisionRequirements of(ModelXml root) {
        Map<String, Set<String>> needed = new LinkedHashMap<>();
        root.children().stream()
                .filter(child -> child.local().equals("decision"))
                .forEach(decision -> needed.put(decision.attribute("id").orElse(""), neededBy(decision)));
        return new DecisionRequirements(needed);
    }

    private static Set<String> neededBy(ModelXml decision) {
        return decision.all()
                .filter(element -> element.local().equals("requiredDecision"))
                .flatMap(element -> element.attribute("href").stream())
                .map(reference -> reference.replaceFirst("^#", ""))
                .collect(Collectors.toSet());
    }

    /** Those whose answer no other one takes. */
    List<String> tops() {
        Set<String> inner = needed.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return needed.keySet().stream().filter(id -> !inner.contains(id)).toList();
    }

    /** Whether its answer would have to be known before it is worked out. */
    boolean isInCircle(String id) {
        Deque<String> open = new ArrayDeque<>(needed.getOrDefault(id, Set.of()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(id)) return true;
            if (seen.add(next)) open.addAll(needed.getOrDefault(next, Set.of()));
        }
        return false;
    }
}
