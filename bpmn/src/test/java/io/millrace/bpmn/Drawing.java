package io.millrace.bpmn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A model as its file has it, for the rules to look at. */
record Drawing(String file, BpmnModelInstance model) {

    /** Every BPMN file of this module. */
    static Stream<Drawing> all() {
        return filesOfThisModule().filter(f -> f.endsWith(".bpmn")).map(Drawing::read);
    }

    static Drawing read(String file) {
        try (InputStream xml = open(file)) {
            return new Drawing(file, Bpmn.readModelFromStream(xml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String file) {
        return Objects.requireNonNull(Drawing.class.getResourceAsStream(file), file);
    }

    /** Models, tables and forms, without the bad examples of the tests. */
    static Stream<String> filesOfThisModule() {
        try (Stream<Path> files = Files.list(folder())) {
            List<String> names = files.map(f -> f.getFileName().toString())
                    .filter(f -> !f.endsWith(".class"))
                    .sorted()
                    .toList();
            return names.stream();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the models are not on the class path", e);
        }
    }

    private static Path folder() throws URISyntaxException {
        // A class of the main folder leads there; a resource of the same package might be a test's.
        return Path.of(PurchaseApproval.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("io/millrace/bpmn");
    }

    Process process() {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    /** In the order of the file, those of sub-processes included. */
    Stream<FlowNode> nodes() {
        return nodes(FlowNode.class);
    }

    <T extends FlowNode> Stream<T> nodes(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    /** In the order of the file, which is the order of the answers. Not every tool writes the nodes' own lists. */
    List<SequenceFlow> flowsFrom(FlowNode node) {
        return flows().filter(f -> f.getSource().equals(node)).toList();
    }

    List<SequenceFlow> flowsTo(FlowNode node) {
        return flows().filter(f -> f.getTarget().equals(node)).toList();
    }

    Stream<SequenceFlow> flows() {
        return model.getModelElementsByType(SequenceFlow.class).stream();
    }

    /** Gateways where one way, or some ways, are chosen. */
    Stream<Gateway> choices() {
        return nodes(Gateway.class)
                .filter(g -> g instanceof ExclusiveGateway || g instanceof InclusiveGateway)
                .filter(g -> flowsFrom(g).size() > 1);
    }

    @Override
    public String toString() {
        return file;
    }
}
