package io.millrace.workflows.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which step of a process leads to which others: along its flows, and from a step to what catches its errors. */
final class Flow {

    private static final Set<String> NO_STEPS =
            Set.of("sequenceFlow", "laneSet", "textAnnotation", "association", "group");

    private final Map<String, ModelXml> nodes = new LinkedHashMap<>();
    private final Map<String, Set<String>> next = new HashMap<>();
    private final Map<String, Set<String>> caught = new HashMap<>();
    private final Map<ModelXml, List<ModelXml>> after = new HashMap<>();

    private Flow() {}

    static Flow of(Collection<ModelXml> elements) {
        Flow flow = new Flow();
        elements.forEach(flow::add);
        return flow;
    }

    private void add(ModelXml element) {
        String id = element.attribute("id").orElse("");
        if (element.local().equals("sequenceFlow")) {
            link(
                    next,
                    element.attribute("sourceRef").orElse(""),
                    element.attribute("targetRef").orElse(""));
        } else if (!id.isEmpty() && !NO_STEPS.contains(element.local())) {
            nodes.put(id, element);
            element.attribute("attachedToRef").ifPresent(host -> link(caught, host, id));
        }
    }

    private static void link(Map<String, Set<String>> links, String from, String to) {
        links.computeIfAbsent(from, id -> new LinkedHashSet<>()).add(to);
    }

    Collection<ModelXml> nodes() {
        return nodes.values();
    }

    /** Where a run begins: what nothing leads to. */
    List<ModelXml> beginnings() {
        Set<String> targets = Stream.of(next, caught)
                .flatMap(links -> links.values().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return nodes.entrySet().stream()
                .filter(node -> !targets.contains(node.getKey()))
                .filter(node -> node.getValue()
                        .attribute("triggeredByEvent")
                        .filter("true"::equals)
                        .isEmpty())
                .map(Map.Entry::getValue)
                .toList();
    }

    boolean isEnd(ModelXml node) {
        return node.attribute("id").map(id -> !next.containsKey(id)).orElse(true);
    }

    List<ModelXml> after(ModelXml node) {
        return after.computeIfAbsent(node, this::linked);
    }

    private List<ModelXml> linked(ModelXml node) {
        return node.attribute("id").stream()
                .flatMap(id -> Stream.of(next, caught).flatMap(links -> links.getOrDefault(id, Set.of()).stream()))
                .flatMap(id -> Stream.ofNullable(nodes.get(id)))
                .toList();
    }
}
