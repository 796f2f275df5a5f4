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
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** How a model looks to its reader. */
final class DiagramRules {

    // What a laptop shows beside a browser's and Tasklist's own frames.
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 640;

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

    /**
     * The happy path takes the first answer at each choice, until it ends or meets itself. It reads like text:
     * from the left to the right, and where a line is full, on from the left below.
     */
    static List<String> happyPathIsStraight(Drawing drawing) {
        Map<String, Bounds> bounds = boundsById(drawing);
        List<String> findings = new ArrayList<>();
        Set<FlowNode> seen = new HashSet<>();
        List<Bounds> line = new ArrayList<>();
        FlowNode node = drawing.nodes(StartEvent.class).findFirst().orElseThrow();
        while (seen.add(node) && !drawing.flowsFrom(node).isEmpty()) {
            FlowNode next = drawing.flowsFrom(node).get(0).getTarget();
            Bounds from = bounds.get(node.getId());
            Bounds to = bounds.get(next.getId());
            if (from == null || to == null || seen.contains(next)) break; // not drawn is another rule's finding
            line.add(from);
            if (beginsTheNextLine(line, to)) line.clear();
            else {
                if (middle(from) != middle(to)) findings.add(at(next) + "draw it level with " + node.getId());
                if (from.getX() >= to.getX()) findings.add(at(next) + "draw it to the right of " + node.getId());
            }
            node = next;
        }
        return findings;
    }

    /** Below all of the line, and left of all that could be: its second place at most. */
    private static boolean beginsTheNextLine(List<Bounds> line, Bounds next) {
        return line.size() > 2
                && line.stream().allMatch(b -> b.getY() + b.getHeight() < next.getY())
                && next.getX() <= line.get(1).getX();
    }

    /** At a diamond, that is at a corner. */
    static List<String> gatewaysAreEnteredAndLeftAtACorner(Drawing drawing) {
        Map<String, Bounds> bounds = boundsById(drawing);
        List<String> findings = new ArrayList<>();
        for (BpmnEdge edge : drawing.model().getModelElementsByType(BpmnEdge.class)) {
            if (!(edge.getBpmnElement() instanceof SequenceFlow flow)) continue;
            List<Waypoint> way = List.copyOf(edge.getWaypoints());
            if (missesTheCorners(flow.getSource(), way.get(0), bounds)
                    || missesTheCorners(flow.getTarget(), way.get(way.size() - 1), bounds)) {
                findings.add(at(flow) + "let it begin and end at a corner of the gateway");
            }
        }
        return findings;
    }

    private static boolean missesTheCorners(FlowNode node, Waypoint end, Map<String, Bounds> bounds) {
        Bounds diamond = bounds.get(node.getId());
        if (diamond == null || !(node instanceof Gateway)) return false;
        double across = diamond.getX() + diamond.getWidth() / 2;
        return end.getX() != across && end.getY() != middle(diamond);
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
