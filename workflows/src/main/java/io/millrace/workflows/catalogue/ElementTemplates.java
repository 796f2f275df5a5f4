package io.millrace.workflows.catalogue;

import static io.millrace.workflows.catalogue.TemplateFields.dropdown;
import static io.millrace.workflows.catalogue.TemplateFields.hidden;
import static io.millrace.workflows.catalogue.TemplateFields.input;
import static io.millrace.workflows.catalogue.TemplateFields.output;
import static io.millrace.workflows.catalogue.TemplateFields.property;
import static io.millrace.workflows.catalogue.TemplateFields.text;

import io.millrace.bpmn.Models;
import io.millrace.catalogue.CatalogueEntry;
import io.millrace.catalogue.CatalogueEntry.Kind;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/** Shapes the catalogue as element templates for Camunda Modeler, which fills in a task for whoever draws it. */
public final class ElementTemplates {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final String RETRIES = "R5/PT1M";

    private ElementTemplates() {}

    /** For each delegate a service task, for each form a user task, for each decision a business rule task. */
    public static JsonArray of(List<CataloguedDelegate> delegates, List<CatalogueEntry> entries) {
        List<String> groups = entriesOf(entries, Kind.GROUP).stream()
                .map(CatalogueEntry::name)
                .toList();
        JsonArrayBuilder templates = Json.createArrayBuilder();
        delegates.forEach(delegate -> templates.add(serviceTask(delegate)));
        entriesOf(entries, Kind.FORM).forEach(form -> templates.add(userTask(form, groups)));
        entriesOf(entries, Kind.DECISION).forEach(decision -> templates.add(ruleTask(decision)));
        return templates.build();
    }

    private static List<CatalogueEntry> entriesOf(List<CatalogueEntry> entries, Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    private static JsonObject serviceTask(CataloguedDelegate delegate) {
        CatalogueEntry entry = delegate.entry();
        JsonArrayBuilder fields = Json.createArrayBuilder()
                .add(hidden(property("camunda:delegateExpression"), "${" + entry.name() + "}"));
        delegate.inputs().forEach(parameter -> fields.add(input(parameter.field())));
        if (!delegate.inputs().isEmpty()) entry.outputs().forEach(given -> fields.add(output(given)));
        if (delegate.joins()) {
            fields.add(hidden(camundaProperty(Models.JOINS), "true"));
        } else {
            fields.add(hidden(property("camunda:asyncBefore"), true));
            fields.add(
                    text("Try again", "How often and when, such as R5/PT1M", camundaProperty(Models.RETRIES), RETRIES));
        }
        return template(entry, "bpmn:ServiceTask", fields);
    }

    private static JsonObject userTask(CatalogueEntry form, List<String> groups) {
        return template(
                form,
                "bpmn:UserTask",
                Json.createArrayBuilder()
                        .add(hidden(property("camunda:formRef"), form.name()))
                        .add(hidden(property("camunda:formRefBinding"), "deployment"))
                        .add(dropdown(
                                "Who is asked",
                                "Whose members may do the task",
                                property("camunda:candidateGroups"),
                                groups)));
    }

    private static JsonObject ruleTask(CatalogueEntry decision) {
        return template(
                decision,
                "bpmn:BusinessRuleTask",
                Json.createArrayBuilder()
                        .add(hidden(property("camunda:decisionRef"), decision.name()))
                        .add(hidden(property("camunda:decisionRefBinding"), "latest"))
                        .add(dropdown(
                                "What it answers",
                                "singleEntry: one value; singleResult: a row; the others: lists of those",
                                property("camunda:mapDecisionResult"),
                                List.of("singleResult", "singleEntry", "collectEntries", "resultList")))
                        .add(text(
                                "Answer", "The variable that gets it", property("camunda:resultVariable"), "answer")));
    }

    private static JsonObject camundaProperty(String name) {
        return Json.createObjectBuilder()
                .add("type", "camunda:property")
                .add("name", name)
                .build();
    }

    private static JsonObject template(CatalogueEntry entry, String element, JsonArrayBuilder fields) {
        return Json.createObjectBuilder()
                .add("$schema", SCHEMA)
                .add("name", entry.title())
                .add("id", "io.millrace." + entry.name())
                .add("version", 1)
                .add("description", entry.description())
                .add("appliesTo", Json.createArrayBuilder().add("bpmn:Task").add(element))
                .add("elementType", Json.createObjectBuilder().add("value", element))
                .add("properties", fields)
                .build();
    }
}
