package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.BPMN;
import static io.millrace.workflows.process.AllowedElements.CAMUNDA;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** Whatever a model names exists for the tenant. */
final class ReferenceRules {

    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*\\}");
    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{[^{}]+\\}");
    private static final Pattern EVENT_TYPE = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)*+");
    private static final Pattern ERROR_CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final Pattern RETRIES =
            Pattern.compile("R\\d{1,3}/P(?=.)(\\d{1,4}D)?(T(?=.)(\\d{1,4}H)?(\\d{1,4}M)?(\\d{1,5}S)?)?");
    private static final Set<String> PROPERTIES = Set.of(
            "millrace.name",
            "millrace.about",
            "millrace.excludes",
            "millrace.completes",
            "millrace.retries",
            "millrace.joins",
            "millrace.variables",
            "millrace.keep");

    private final Findings findings;
    private final Known known;

    ReferenceRules(Findings findings, Known known) {
        this.findings = findings;
        this.known = known;
    }

    void check(ModelXml element) {
        switch (element.local()) {
            case "serviceTask" -> delegate(element);
            case "userTask" -> {
                groups(element);
                form(element);
            }
            case "startEvent" -> {
                form(element);
                noTimer(element);
            }
            case "message" -> message(element);
            case "callActivity" -> called(element);
            case "businessRuleTask" -> decision(element);
            case "property" -> property(element);
            case "error" -> error(element);
            case "formData" -> new FormRules(findings).check(element);
            default -> {
                // names nothing
            }
        }
    }

    private void delegate(ModelXml task) {
        String named = task.attribute(CAMUNDA, "delegateExpression").orElse("");
        Matcher bean = BEAN.matcher(named);
        if (bean.matches() && known.delegates().containsKey(bean.group(1))) {
            new ParameterRules(findings)
                    .check(task, bean.group(1), known.delegates().get(bean.group(1)));
            return;
        }
        findings.add(
                task,
                "delegate",
                named.isEmpty() ? "The service task names no delegate." : named + " is no delegate of the catalogue.",
                "Name one of " + listed(known.delegates().keySet()) + ".");
    }

    private void groups(ModelXml task) {
        String groups = task.attribute(CAMUNDA, "candidateGroups").orElse("");
        task.attribute(CAMUNDA, "assignee")
                .filter(assignee -> !VARIABLE.matcher(assignee).matches())
                .ifPresent(assignee -> findings.add(
                        task,
                        "assignee",
                        "It names \"" + assignee + "\", who may leave.",
                        "Name a group, or a variable that holds the id of a member."));
        if (groups.isBlank() && task.attribute(CAMUNDA, "assignee").isEmpty()) {
            findings.add(task, "group", "Nobody is asked.", "Name a group: one of " + listed(known.groups()) + ".");
        }
        Arrays.stream(groups.split(",", -1))
                .map(String::strip)
                .filter(group -> !group.isEmpty()
                        && !group.contains("{")
                        && !known.groups().contains(group))
                .forEach(group -> findings.add(
                        task,
                        "group",
                        "There is no group \"" + group + "\" here.",
                        "Name one of " + listed(known.groups()) + ", or a variable that holds one."));
    }

    private void form(ModelXml element) {
        if (element.attribute(CAMUNDA, "formRef").isPresent()) requireBinding(element, "formRefBinding", "deployment");
        element.attribute(CAMUNDA, "formRef")
                .filter(form -> !known.forms().contains(form))
                .ifPresent(form -> findings.add(
                        element,
                        "form",
                        "There is no form \"" + form + "\" in the catalogue.",
                        "Name one of " + listed(known.forms()) + ", or put fields into the model (formData)."));
    }

    private void noTimer(ModelXml start) {
        if (start.children(new QName(BPMN, "timerEventDefinition")).findAny().isPresent()) {
            findings.add(
                    start,
                    "timer-start",
                    "A start event must not have a timer: it would start for no tenant.",
                    "Start with a plain event and make a schedule (POST /schedules).");
        }
    }

    private void message(ModelXml message) {
        String name = message.attribute("name").orElse("");
        if (!EVENT_TYPE.matcher(name).matches()) {
            findings.add(
                    message,
                    "message",
                    "\"" + name + "\" is no event type.",
                    "Use small letters, digits, underscores and dots, such as order.paid.");
        } else if (!known.events().contains(name) && startsReserved(name)) {
            findings.add(
                    message,
                    "message",
                    name + " would be a fact of the platform, but there is none of this name.",
                    "Name one of the catalogue, or begin with another word: reserved are " + listed(known.reserved())
                            + ".");
        }
    }

    private boolean startsReserved(String name) {
        return known.reserved().stream().anyMatch(name::startsWith);
    }

    /** Of other bindings the engine would look in deployments that are not there. */
    private void requireBinding(ModelXml element, String attribute, String only) {
        String binding = element.attribute(CAMUNDA, attribute).orElse(only.equals("latest") ? only : "");
        if (binding.equals(only)) return;
        findings.add(
                element,
                "binding",
                "Its " + attribute + " is " + (binding.isEmpty() ? "missing" : binding) + ".",
                "Set it to " + only + ".");
    }

    /** The engine takes a code that is the name of a class for all its exceptions, refusals included. */
    private void error(ModelXml error) {
        String code = error.attribute("errorCode").orElse("");
        if (ERROR_CODE.matcher(code).matches()) return;
        findings.add(
                error,
                "error-code",
                "\"" + code + "\" is no code of an error.",
                "Use letters, digits, dashes and underscores, such as out-of-stock.");
    }

    private void called(ModelXml call) {
        requireBinding(call, "calledElementBinding", "latest");
        String key = call.attribute("calledElement").orElse("");
        if (known.processes().containsKey(key)) return;
        findings.add(
                call,
                "call",
                key.contains("{")
                        ? "Which process is called must stand in the model."
                        : "There is no process \"" + key + "\" here.",
                "Call one of " + listed(known.processes().keySet()) + ".");
    }

    private void decision(ModelXml task) {
        requireBinding(task, "decisionRefBinding", "latest");
        String key = task.attribute(CAMUNDA, "decisionRef").orElse("");
        if (known.decisions().contains(key)) return;
        findings.add(
                task,
                "decision",
                "There is no decision table \"" + key + "\" here.",
                "Use one of " + listed(known.decisions()) + ", or deploy the table first.");
    }

    private void property(ModelXml property) {
        String name = property.attribute("name").orElse("");
        String value = property.attribute("value").orElse("");
        if (name.startsWith("millrace.") && !PROPERTIES.contains(name)) {
            findings.add(property, "property", name + " means nothing here.", "Use one of " + listed(PROPERTIES) + ".");
        }
        if (name.equals("millrace.retries") && !RETRIES.matcher(value).matches()) {
            findings.add(property, "retries", "\"" + value + "\" is no cycle.", "Write it like R5/PT1M.");
        }
        if (name.equals("millrace.completes") && !known.completions().contains(value)) {
            findings.add(
                    property,
                    "property",
                    "\"" + value + "\" is nothing that a completed task can do.",
                    "Use one of " + listed(known.completions()) + ", or leave it out.");
        }
    }

    /** As a task of an element template says how often it is tried again; see {@code RetriesByProperty}. */
    static boolean hasRetriesProperty(ModelXml task) {
        return task.local().equals("serviceTask")
                && task.children().stream()
                        .flatMap(extensions -> extensions.children(new QName(CAMUNDA, "properties")))
                        .flatMap(ModelXml::all)
                        .anyMatch(property ->
                                property.attribute("name").orElse("").equals("millrace.retries"));
    }

    private static String listed(Set<String> names) {
        Stream<String> sorted = names.stream().sorted();
        String all = String.join(", ", sorted.toList());
        return all.isEmpty() ? "those in the catalogue, which is empty" : all;
    }
}
