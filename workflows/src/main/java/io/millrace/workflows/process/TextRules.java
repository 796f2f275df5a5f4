package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.XSI;

import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;

/** What holds for everything in a file: it fits into the engine's tables, and nothing has to be fetched to read it. */
final class TextRules {

    /** The engine's parsers look for a schema that they do not know wherever the file says, on any host. */
    private static final Set<QName> SCHEMAS =
            Set.of(new QName(XSI, "schemaLocation"), new QName(XSI, "noNamespaceSchemaLocation"));

    /** By attribute, as long as the column that it is kept in. */
    private static final Map<String, Integer> LONGEST = Map.of(
            "id", 255,
            "name", 255,
            "targetNamespace", 255,
            "namespace", 255,
            "versionTag", 64);

    /** A user task keeps it as its description. */
    private static final int LONGEST_DOCUMENTATION = 4_000;

    private final Findings findings;

    TextRules(Findings findings) {
        this.findings = findings;
    }

    void check(ModelXml root) {
        root.all().forEach(element -> {
            element.attributes().forEach((name, value) -> checkAttribute(element, name, value));
            if (element.local().equals("documentation")) {
                checkLength(element, "documentation", element.text(), LONGEST_DOCUMENTATION);
            }
        });
    }

    private void checkAttribute(ModelXml element, QName name, String value) {
        if (SCHEMAS.contains(name)) {
            findings.add(
                    element,
                    "schema-location",
                    "The attribute " + name.getLocalPart() + " names a schema to fetch.",
                    "Take the attribute out: the schemas of BPMN and DMN are known here.");
        }
        Integer longest = LONGEST.get(name.getLocalPart());
        if (longest != null) checkLength(element, name.getLocalPart(), value, longest);
    }

    private void checkLength(ModelXml element, String what, String text, int longest) {
        if (text.length() <= longest) return;
        findings.add(
                element,
                "too-long",
                "Its " + what + " has " + text.length() + " characters, and " + longest + " is the most.",
                "Make it shorter.");
    }
}
