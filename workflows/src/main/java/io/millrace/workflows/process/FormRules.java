package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.CAMUNDA;

import io.millrace.workflows.engine.CheckedBefore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/** Forms that stand in a model: fields that can be checked when they come back, and shown without doing anything. */
final class FormRules {

    private static final Set<String> TYPES = Set.of("boolean", "date", "enum", "long", "string");
    private static final Set<String> WITH_NUMBER = Set.of("min", "max", "minlength", "maxlength");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DATE_PATTERN = Pattern.compile("[dMyHhmsa:/. -]{1,30}");

    /** The vendor's pages make HTML and expressions of their own from labels. */
    private static final Pattern PLAIN = Pattern.compile("[^<>{}&]*");

    private final Findings findings;

    FormRules(Findings findings) {
        this.findings = findings;
    }

    void check(ModelXml form) {
        Set<String> names = new HashSet<>();
        form.children(camunda("formField")).forEach(field -> {
            String name = field.attribute("id").orElse("");
            if (!NAME.matcher(name).matches() || !names.add(name)) {
                refuse(
                        field,
                        "\"" + name + "\" cannot be a variable, or is there twice.",
                        "Use letters, digits and underscores, such as costCentre, once each.");
            }
            checkField(field);
        });
    }

    private void checkField(ModelXml field) {
        String type = field.attribute("type").orElse("");
        if (!TYPES.contains(type)) {
            refuse(field, "\"" + type + "\" is no type of a field.", "Use string, long, boolean, date or enum.");
        }
        checkPlain(field, "label");
        field.attribute("datePattern")
                .filter(pattern -> !DATE_PATTERN.matcher(pattern).matches())
                .ifPresent(pattern ->
                        refuse(field, "\"" + pattern + "\" is no pattern for a date.", "Use one like dd/MM/yyyy."));
        field.attribute("defaultValue")
                .filter(value -> type.equals("long")
                        && !value.contains("{")
                        && !NUMBER.matcher(value).matches())
                .ifPresent(value -> refuse(field, "\"" + value + "\" is no number.", "Use digits, or a variable."));
        checkValues(field, type);
        field.all().filter(inner -> inner.name().equals(camunda("constraint"))).forEach(this::checkConstraint);
    }

    private void checkValues(ModelXml field, String type) {
        List<ModelXml> values = field.children(camunda("value")).toList();
        values.forEach(value -> {
            checkPlain(value, "id");
            checkPlain(value, "name");
        });
        if (type.equals("enum") && values.isEmpty())
            refuse(field, "There is nothing to choose from.", "Give it values, or make it a string.");
    }

    private void checkConstraint(ModelXml constraint) {
        String name = constraint.attribute("name").orElse("");
        if (!CheckedBefore.CONSTRAINTS.contains(name)) {
            refuse(
                    constraint,
                    "There is no constraint \"" + name + "\" here.",
                    "Use one of " + String.join(", ", CheckedBefore.CONSTRAINTS)
                            + "; more is for the next step to say.");
        } else if (WITH_NUMBER.contains(name)
                && !NUMBER.matcher(constraint.attribute("config").orElse("")).matches()) {
            refuse(constraint, "The constraint " + name + " has no number.", "Write a number into its config.");
        }
    }

    private void checkPlain(ModelXml element, String attribute) {
        String text = element.attribute(attribute).orElse("");
        if (PLAIN.matcher(text).matches() && (!attribute.equals("id") || !text.isBlank())) return;
        refuse(
                element,
                "The " + attribute + " of a field or value must be plain text, not \"" + text + "\".",
                "Leave out <, >, {, } and &; show variables as the default of a readonly field.");
    }

    private void refuse(ModelXml element, String detail, String advice) {
        findings.add(element, "form-field", detail, advice);
    }

    private static QName camunda(String local) {
        return new QName(CAMUNDA, local);
    }
}
