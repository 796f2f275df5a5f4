package io.millrace.workflows.process;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** The elements and attributes that a decision table of an analyst may consist of. */
final class AllowedDecisions {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    private static final Set<String> DMN = Set.of(
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "https://www.omg.org/spec/DMN/20230324/MODEL/");

    /** How it is drawn, which the engine does not act on. */
    static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/DMN/20180521/DMNDI/",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "https://www.omg.org/spec/DMN/20230324/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://bpmn.io/schema/dmn/biodi/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0");

    /** Every name that the engine knows the one allowed language by; it is the default, too. */
    static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/");

    private static final Set<String> ENTRY = Set.of("id", "label", "typeRef", "expressionLanguage");

    static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            entry(
                    "definitions",
                    Set.of(
                            "id",
                            "name",
                            "namespace",
                            "exporter",
                            "exporterVersion",
                            "expressionLanguage",
                            "typeLanguage")),
            entry("description", Set.of()),
            entry("text", Set.of()),
            entry("extensionElements", Set.of()),
            entry("decision", Set.of("id", "name", "label")),
            entry("variable", Set.of("id", "name", "label", "typeRef")),
            entry("informationRequirement", Set.of("id", "label")),
            entry("requiredDecision", Set.of("href")),
            entry("requiredInput", Set.of("href")),
            entry("inputData", Set.of("id", "name", "label")),
            entry("literalExpression", ENTRY),
            entry(
                    "decisionTable",
                    Set.of("id", "label", "hitPolicy", "aggregation", "preferredOrientation", "outputLabel")),
            entry("input", Set.of("id", "label")),
            entry("inputExpression", ENTRY),
            entry("inputValues", ENTRY),
            entry("output", Set.of("id", "label", "name", "typeRef")),
            entry("outputValues", ENTRY),
            entry("rule", Set.of("id", "label")),
            entry("inputEntry", ENTRY),
            entry("outputEntry", ENTRY),
            entry("annotation", Set.of("name")),
            entry("annotationEntry", Set.of()),
            entry("textAnnotation", Set.of("id", "textFormat")));

    static final Map<String, Set<String>> ENGINE_ATTRIBUTES = Map.of(
            "decision", Set.of("versionTag", "historyTimeToLive"),
            "input", Set.of("inputVariable"));

    private AllowedDecisions() {}

    static boolean isDmn(String namespace) {
        return DMN.contains(namespace);
    }
}
