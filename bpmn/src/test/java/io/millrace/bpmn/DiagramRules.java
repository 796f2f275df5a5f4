package io.millrace.bpmn;

import static io.millrace.bpmn.NamingRules.at;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** How a model looks to its reader. */
final class DiagramRules {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private DiagramRules() {}

    static List<String> everythingIsDrawn(Drawing drawing) {
        Stream<String> shapes = drawing.nodes()
                .filter(n -> !boundsById(drawing).containsKey(n.getId()))
                .map(n -> at(n) + "give it a shape in the diagram");
        Set<String> edges = drawing.model().getModelElementsByType(BpmnEdge.class).stream()
                .filter(e -> e.getBpmnElement() != null)
                .map(e -> e.getBpmnElement().getId())
                .collect(Collectors.toSet());
        Stream<String> flows = drawing.flows()
                .filter(f -> !edges.contains(f.getId()))
                .map(f -> at(f) + "give it an edge in the diagram");
        return Stream.concat(shapes, flows).toList();
    }

    static List<String> modelFitsOneScreen(Drawing drawing) {
        double width = span(drawing, Bounds::getX, Bounds::getWidth);
        double height = span(drawing, Bounds::getY, Bounds::getHeight);
        if (width <= WIDTH && height <= HEIGHT) return List.of();
        return List.of("%s: is %.0f x %.0f large; one screen is %d x %d. Make a part of it a call activity"
                .formatted(drawing.process().getId(), width, height, WIDTH, HEIGHT));
    }

    /** The happy path takes the first answer at each choice, until it ends or meets itself. */
    static List<String> happyPathIsStraight(Drawing drawing) {
        Map<String, Bounds> bounds = boundsById(drawing);
        List<String> findings = new ArrayList<>();
        Set<FlowNode> seen = new HashSet<>();
        FlowNode node = drawing.nodes(StartEvent.class).findFirst().orElseThrow();
        while (seen.add(node) && !drawing.flowsFrom(node).isEmpty()) {
            FlowNode next = drawing.flowsFrom(node).get(0).getTarget();
            Bounds from = bounds.get(node.getId());
            Bounds to = bounds.get(next.getId());
            if (from == null || to == null || seen.contains(next)) break; // not drawn is another rule's finding
            if (middle(from) != middle(to)) findings.add(at(next) + "draw it level with " + node.getId());
            if (from.getX() >= to.getX()) findings.add(at(next) + "draw it to the right of " + node.getId());
            node = next;
        }
        return findings;
    }

    private static double middle(Bounds bounds) {
        return bounds.getY() + bounds.getHeight() / 2;
    }

    private static double span(Drawing drawing, ToDoubleFunction<Bounds> start, ToDoubleFunction<Bounds> size) {
        List<Bounds> all = List.copyOf(boundsById(drawing).values());
        double first = all.stream().mapToDouble(start).min().orElse(0);
        double last = all.stream()
                .mapToDouble(b -> start.applyAsDouble(b) + size.applyAsDouble(b))
                .max()
                .orElse(0);
        return last - first;
    }

    private static Map<String, Bounds> boundsById(Drawing drawing) {
        return drawing.model().getModelElementsByType(BpmnShape.class).stream()
                .filter(s -> s.getBpmnElement() != null)
                .collect(Collectors.toMap(s -> s.getBpmnElement().getId(), BpmnShape::getBounds));
    }
}
