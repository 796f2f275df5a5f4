package io.millrace.workflows.process;

import io.millrace.catalogue.CatalogueEntry;
import io.millrace.catalogue.CatalogueField;
import io.millrace.process.Model;
import io.millrace.workflows.catalogue.Titles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Describes a decision as it is deployed: the variables that its tables look at, and what it answers. */
final class DecisionEntry {

    private DecisionEntry() {}

    /** @param file what came with it: the decision itself and those that help it */
    static CatalogueEntry of(Model model, ModelXml file) {
        List<ModelXml> decisions = file.children().stream()
                .filter(child -> child.local().equals("decision"))
                .toList();
        ModelXml decision = decisions.stream()
                .filter(child -> child.attribute("id").orElse("").equals(model.key()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a deployed file lacks its decision"));
        return new CatalogueEntry(
                CatalogueEntry.Kind.DECISION,
                model.key(),
                model.name() == null ? Titles.of(model.key()) : model.name(),
                words(decision),
                inputs(decisions),
                outputs(decision));
    }

    private static String words(ModelXml decision) {
        return decision.children().stream()
                .filter(child -> child.local().equals("description"))
                .map(ModelXml::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("A decision; its author has not described it.");
    }

    /** What other tables of the file answer needs no variable. */
    private static List<CatalogueField> inputs(List<ModelXml> decisions) {
        Set<String> answered = new HashSet<>();
        decisions.forEach(decision -> outputs(decision).forEach(output -> answered.add(output.name())));
        List<CatalogueField> inputs = new ArrayList<>();
        decisions.stream().flatMap(decision -> named(decision, "input")).forEach(input -> add(inputs, answered, input));
        return inputs;
    }

    private static void add(List<CatalogueField> inputs, Set<String> answered, ModelXml input) {
        ModelXml expression = named(input, "inputExpression").findFirst().orElse(input);
        String formula =
                named(expression, "text").map(ModelXml::text).findFirst().orElse("");
        String label = input.attribute("label").orElse(formula);
        for (String variable : SafeFeel.variables(formula)) {
            boolean known = inputs.stream().anyMatch(field -> field.name().equals(variable));
            if (known || answered.contains(variable)) continue;
            // Of a formula the type is its result's, not that of the variables in it.
            CatalogueField.Type type = formula.equals(variable) ? type(expression) : CatalogueField.Type.NUMBER;
            inputs.add(new CatalogueField(variable, type, true, label));
        }
    }

    /** The columns of a table, or the one answer of a formula. */
    private static List<CatalogueField> outputs(ModelXml decision) {
        boolean isTable = named(decision, "decisionTable").findAny().isPresent();
        return named(decision, isTable ? "output" : "variable")
                .map(output -> new CatalogueField(
                        output.attribute("name").orElse(""),
                        type(output),
                        false,
                        output.attribute("label")
                                .orElse(output.attribute("name").orElse(""))))
                .filter(field -> !field.name().isEmpty())
                .toList();
    }

    private static Stream<ModelXml> named(ModelXml parent, String local) {
        return parent.all().filter(element -> element.local().equals(local));
    }

    private static CatalogueField.Type type(ModelXml typed) {
        return switch (typed.attribute("typeRef").orElse("").toLowerCase(Locale.ROOT)) {
            case "integer", "long", "double", "number" -> CatalogueField.Type.NUMBER;
            case "boolean" -> CatalogueField.Type.BOOLEAN;
            case "date", "time", "datetime" -> CatalogueField.Type.INSTANT;
            default -> CatalogueField.Type.TEXT;
        };
    }
}
