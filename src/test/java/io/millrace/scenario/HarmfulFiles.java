package io.millrace.scenario;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files that were made to break whoever reads them. */
final class HarmfulFiles {

    private static final String CIRCLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="t">%s%s%s</definitions>""";

    private HarmfulFiles() {}

    /**
     * One of them.
     *
     * @param content a character for each byte
     * @param rule that refuses it
     */
    record Harmful(String name, String content, String rule) {

        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Harmful> refused() {
        return Stream.of(noXml(), entities(), large(), inModels()).flatMap(files -> files);
    }

    private static Stream<Harmful> noXml() {
        String everyByte = IntStream.range(0, 256).mapToObj(Character::toString).collect(Collectors.joining());
        return Stream.of(
                new Harmful("nothing", "", "xml"),
                new Harmful("words", "no xml", "xml"),
                new Harmful("JSON", "{\"definitions\": {}}", "xml"),
                new Harmful("every byte there is", everyByte, "xml"),
                new Harmful("half a model", ModelFiles.text("half").substring(0, 400), "xml"),
                new Harmful("an unknown encoding", "<?xml version='1.0' encoding='of-mine'?><a/>", "xml"),
                new Harmful("another XML", "<a/>", "no-model"));
    }

    private static Stream<Harmful> entities() {
        String laughs = IntStream.range(1, 10)
                .mapToObj(n -> "<!ENTITY l%d \"%s\">".formatted(n, ("&l" + (n - 1) + ";").repeat(10)))
                .collect(Collectors.joining());
        return Stream.of(
                new Harmful(
                        "a billion laughs", "<!DOCTYPE a [<!ENTITY l0 \"ha\">" + laughs + "]><a>&l9;</a>", "doctype"),
                new Harmful(
                        "a file as an entity", entity("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;"), "doctype"),
                new Harmful(
                        "an address as an entity",
                        entity("<!ENTITY x SYSTEM \"http://127.0.0.1:1/\">", "&x;"),
                        "doctype"),
                new Harmful(
                        "a parameter entity",
                        entity("<!ENTITY % x SYSTEM \"http://127.0.0.1:1/\"> %x;", ""),
                        "doctype"),
                new Harmful("a document type elsewhere", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/\"><a/>", "doctype"),
                new Harmful("an entity of nobody's", ModelFiles.text("unknown").replace("A process", "&who;"), "xml"),
                new Harmful(
                        "another file put in",
                        inside("<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/>"),
                        "element-not-allowed"),
                new Harmful(
                        "a schema to fetch",
                        inside("<manualTask id='x' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'"
                                + " i:schemaLocation='http://camunda.org/schema/1.0/bpmn http://127.0.0.1:1/'/>"),
                        "schema-location"));
    }

    private static String entity(String declared, String used) {
        return "<!DOCTYPE a [" + declared + "]><a>" + used + "</a>";
    }

    private static Stream<Harmful> large() {
        String tasks = IntStream.range(0, 5_000)
                .mapToObj(n -> "<manualTask id='t%1$d'/><sequenceFlow id='g%1$d' sourceRef='start' targetRef='t%1$d'/>"
                        .formatted(n))
                .collect(Collectors.joining());
        String nested = IntStream.range(0, 40)
                .mapToObj(n -> "<subProcess id='s%1$d'><startEvent id='a%1$d'/><manualTask id='m%1$d'/>".formatted(n)
                        + flow("a" + n, "m" + n)
                        + flow("a" + n, "s" + (n + 1))
                        + flow("m" + n, "s" + (n + 1)))
                .collect(Collectors.joining());
        return Stream.of(
                new Harmful("10,000 steps and flows", inside(tasks), "too-many-elements"),
                new Harmful("one in the other, 100 times", "<a>".repeat(100) + "</a>".repeat(100), "too-deep"),
                new Harmful(
                        "sub-processes with two ways into each",
                        inside(nested + "<scriptTask id='s40'/>" + "</subProcess>".repeat(40)),
                        "element-not-allowed"),
                new Harmful(
                        "a name of 10,000 letters",
                        inside("<manualTask id='x' name='" + "n".repeat(10_000) + "'/>"),
                        "too-long"),
                new Harmful("100,000 parentheses", inside(condition("${" + "(".repeat(100_000) + "}")), "expression"),
                new Harmful(
                        "a text of 100,000 letters",
                        inside(condition("${'" + "n".repeat(100_000) + "'}")),
                        "expression"),
                new Harmful(
                        "a message of 100,000 words",
                        ModelFiles.text("words")
                                .replace("<process", "<message id='m' name='" + "a.".repeat(100_000) + "a'/><process"),
                        "too-long"));
    }

    private static Stream<Harmful> inModels() {
        return Stream.of(
                new Harmful(
                        "a table that asks itself",
                        CIRCLE.formatted(decision("one", "two"), decision("two", "three"), decision("three", "one")),
                        "circle"),
                new Harmful("a script", inside("<scriptTask id='x' scriptFormat='juel'/>"), "element-not-allowed"),
                new Harmful("a circle that never waits", inside("<manualTask id='x'/>" + flow("x", "x")), "loop"),
                new Harmful(
                        "a thousand and one at once",
                        inside(
                                "<manualTask id='x'><multiInstanceLoopCharacteristics>"
                                        + "<loopCardinality>1001</loopCardinality></multiInstanceLoopCharacteristics></manualTask>"),
                        "multi-instance"));
    }

    private static String decision(String id, String needed) {
        return """
                <decision id="%1$s" name="%1$s" camunda:historyTimeToLive="P30D">
                  <informationRequirement><requiredDecision href="#%2$s"/></informationRequirement>
                  <literalExpression id="l-%1$s"><text>%2$s</text></literalExpression>
                </decision>""".formatted(id, needed);
    }

    private static String condition(String expression) {
        return "<sequenceFlow id='x' sourceRef='start' targetRef='end'><conditionExpression>" + expression
                + "</conditionExpression></sequenceFlow>";
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id='%1$s-%2$s' sourceRef='%1$s' targetRef='%2$s'/>".formatted(from, to);
    }

    private static String inside(String snippet) {
        return new String(ModelFiles.processWith("harmful", snippet), StandardCharsets.UTF_8);
    }
}
