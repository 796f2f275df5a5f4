package io.millrace.bpmn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** How a decision table is written, so that an analyst can read and change it. */
final class TableRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    private TableRules() {}

    static DmnModelInstance read(String file) {
        return Dmn.readModelFromStream(Drawing.open(file));
    }

    private static String text(String file) {
        try (InputStream xml = Drawing.open(file)) {
            return new String(xml.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> fileIsNamedLikeItsDecision(String file, DmnModelInstance model) {
        return all(model, Decision.class)
                .filter(d -> !file.equals(d.getId() + ".dmn") || !d.getId().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"))
                .map(d -> d.getId() + ": its file is " + file + "; name both alike, in kebab-case")
                .toList();
    }

    static List<String> decisionIntroducesItself(DmnModelInstance model) {
        List<String> findings = new ArrayList<>();
        all(model, Decision.class).forEach(decision -> {
            if (blank(decision.getName())) findings.add(decision.getId() + ": state a name");
            if (decision.getDescription() == null) findings.add(decision.getId() + ": state what it decides");
            if (blank(decision.getVersionTag())) findings.add(decision.getId() + ": state camunda:versionTag");
            if (!ProcessRules.isDays(decision.getAttributeValueNs(CAMUNDA, "historyTimeToLive")))
                findings.add(decision.getId() + ": state camunda:historyTimeToLive as a number of days");
        });
        return findings;
    }

    /** Looks at the text: the parser of models fills the default in. */
    static List<String> hitPolicyIsStated(String file) {
        return Pattern.compile("<decisionTable\\s([^>]*)>")
                .matcher(text(file))
                .results()
                .map(table -> table.group(1))
                .filter(attributes -> !attributes.contains("hitPolicy="))
                .map(attributes -> attributes.replaceFirst(".*id=\"([^\"]*)\".*", "$1"))
                .map(id -> id + ": state its hitPolicy; nobody knows the default by heart")
                .toList();
    }

    static List<String> everyRuleIsExplained(DmnModelInstance model) {
        return all(model, Rule.class)
                .filter(r ->
                        r.getDescription() == null || blank(r.getDescription().getTextContent()))
                .map(r -> r.getId() + ": say in its annotation what it means")
                .toList();
    }

    static List<String> everyColumnHasATitle(DmnModelInstance model) {
        Stream<String> inputs =
                all(model, Input.class).filter(i -> blank(i.getLabel())).map(DmnElement::getId);
        Stream<String> outputs = all(model, Output.class)
                .filter(o -> blank(o.getLabel()) || blank(o.getName()))
                .map(DmnElement::getId);
        return Stream.concat(inputs, outputs)
                .map(id -> id + ": give the column a label, and an output a name")
                .toList();
    }

    /** Cells are left out: an editor makes their ids, and nobody ever sees them. */
    static List<String> idsAreWrittenByHand(DmnModelInstance model) {
        return Stream.of(DecisionTable.class, Input.class, Output.class, Rule.class)
                .flatMap(type -> all(model, type))
                .map(DmnElement::getId)
                .filter(id -> id == null || !id.matches("[a-z][a-zA-Z0-9]*"))
                .map(id -> id + ": write the id by hand, in camelCase")
                .toList();
    }

    private static <T extends DmnElement> Stream<T> all(DmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
