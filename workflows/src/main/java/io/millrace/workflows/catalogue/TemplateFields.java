package io.millrace.workflows.catalogue;

import io.millrace.catalogue.CatalogueField;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;

/** Makes the fields of an element template, each bound to where in the model its value goes. */
final class TemplateFields {

    private static final int LONG = 300;

    private TemplateFields() {}

    /** An attribute of the element. */
    static JsonObject property(String name) {
        return Json.createObjectBuilder()
                .add("type", "property")
                .add("name", name)
                .build();
    }

    static JsonObject hidden(JsonObject binding, String value) {
        return of("Hidden", binding).add("value", value).build();
    }

    static JsonObject hidden(JsonObject binding, boolean value) {
        return of("Hidden", binding).add("value", value).build();
    }

    static JsonObject text(String label, String words, JsonObject binding, String value) {
        return of("String", binding)
                .add("label", label)
                .add("description", words)
                .add("value", value)
                .add("constraints", Json.createObjectBuilder().add("notEmpty", true))
                .build();
    }

    /** Nothing is chosen until somebody chooses. */
    static JsonObject dropdown(String label, String words, JsonObject binding, List<String> values) {
        return of("Dropdown", binding)
                .add("label", label)
                .add("description", words)
                .add("choices", choices(values))
                .add("constraints", Json.createObjectBuilder().add("notEmpty", true))
                .build();
    }

    static JsonObject input(CatalogueField field) {
        JsonObject binding = Json.createObjectBuilder()
                .add("type", "camunda:inputParameter")
                .add("name", field.name())
                .build();
        JsonObjectBuilder shown = of(type(field), binding)
                .add("label", Titles.of(field.name()))
                .add("description", sentence(field.description()));
        if (!field.allowed().isEmpty()) shown.add("choices", choices(field.allowed()));
        // Not the length: an expression may be longer than what it comes to.
        if (field.required())
            shown.add("constraints", Json.createObjectBuilder().add("notEmpty", true));
        return shown.build();
    }

    /** Under a name that the process goes on with, by default the same. */
    static JsonObject output(CatalogueField field) {
        JsonObject binding = Json.createObjectBuilder()
                .add("type", "camunda:outputParameter")
                .add("source", "${" + field.name() + "}")
                .build();
        return text("Result: " + Titles.of(field.name()), sentence(field.description()), binding, field.name());
    }

    private static String type(CatalogueField field) {
        if (!field.allowed().isEmpty()) return "Dropdown";
        boolean isLong =
                field.type() == CatalogueField.Type.TEXT && field.maxLength() != null && field.maxLength() > LONG;
        return isLong ? "Text" : "String";
    }

    private static JsonArrayBuilder choices(List<String> values) {
        JsonArrayBuilder choices = Json.createArrayBuilder();
        values.forEach(value -> choices.add(
                Json.createObjectBuilder().add("name", Titles.of(value)).add("value", value)));
        return choices;
    }

    private static JsonObjectBuilder of(String type, JsonObject binding) {
        return Json.createObjectBuilder().add("type", type).add("binding", binding);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
