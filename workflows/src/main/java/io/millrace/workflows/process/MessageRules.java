package io.millrace.workflows.process;

import static io.millrace.workflows.process.AllowedElements.CAMUNDA;

import io.millrace.correlation.Trigger;
import io.millrace.workflows.process.CaughtMessages.Caught;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/** What a model says about the messages that it catches: which of their data it takes, and how long they wait for it. */
final class MessageRules {

    static final Duration KEPT = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST_VARIABLES = 50;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
    private static final Set<String> CALLERS_KEY =
            Set.of("#{execution.processBusinessKey}", "${execution.processBusinessKey}");

    private final Findings findings;

    MessageRules(Findings findings) {
        this.findings = findings;
    }

    void check(ModelXml root) {
        Map<ModelXml, Caught> caught = new HashMap<>();
        CaughtMessages.in(root).forEach(found -> caught.put(found.element(), found));
        root.all().forEach(element -> {
            checkVariables(element, caught.containsKey(element));
            Caught found = caught.get(element);
            checkKeep(element, found != null && !found.starts());
            if (element.local().equals("callActivity")) checkKey(element);
        });
    }

    private void checkVariables(ModelXml element, boolean catches) {
        Optional<String> said = CaughtMessages.property(element, CaughtMessages.VARIABLES);
        if (said.isEmpty()) return;
        List<String> names = names(said.get());
        if (!catches) {
            findings.add(
                    element,
                    "property",
                    "millrace.variables says which data of a message is taken, and no message comes in here.",
                    "Set it where the message is caught.");
        } else if (names.size() > MOST_VARIABLES
                || !names.stream().allMatch(name -> VARIABLE.matcher(name).matches())) {
            findings.add(
                    element,
                    "property",
                    "millrace.variables is no list of names.",
                    "Name up to 50 fields of the event's data with commas between them, such as amount, currency.");
        }
    }

    private void checkKeep(ModelXml element, boolean waits) {
        Optional<String> said = CaughtMessages.property(element, CaughtMessages.KEEP);
        if (said.isEmpty()) return;
        if (!waits) {
            findings.add(
                    element,
                    "property",
                    "millrace.keep says how long a message waits for a process to come, and none comes here.",
                    "Set it where a running process catches the message.");
        } else if (duration(said.get()).isEmpty()) {
            findings.add(
                    element,
                    "property",
                    "millrace.keep is no time from a second to 90 days.",
                    "Write an ISO 8601 duration of days, hours, minutes and seconds, such as P7D or PT12H.");
        }
    }

    private void checkKey(ModelXml call) {
        call.all()
                .filter(in -> in.name().equals(new QName(CAMUNDA, "in")))
                .flatMap(in -> in.attribute("businessKey").stream())
                .filter(key -> !CALLERS_KEY.contains(key.replace(" ", "")))
                .forEach(key -> findings.add(
                        call,
                        "business-key",
                        "The called process is given another business key: events of this subject would not find it.",
                        "Leave the business key out, or set it to #{execution.processBusinessKey}."));
    }

    /** What a model that passed the check says, for those who bring events to it. */
    static List<Trigger> triggers(ModelXml root) {
        return CaughtMessages.in(root).stream()
                .filter(caught -> caught.element().attribute("id").isPresent())
                .map(caught -> new Trigger(
                        caught.element().attribute("id").orElseThrow(),
                        caught.type(),
                        caught.starts(),
                        CaughtMessages.property(caught.element(), CaughtMessages.VARIABLES)
                                .map(MessageRules::names)
                                .orElse(List.of()),
                        CaughtMessages.property(caught.element(), CaughtMessages.KEEP)
                                .flatMap(MessageRules::duration)
                                .orElse(KEPT)))
                .toList();
    }

    private static List<String> names(String listed) {
        return Arrays.stream(listed.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
    }

    private static Optional<Duration> duration(String text) {
        try {
            Duration kept = Duration.parse(text.strip());
            boolean fits = kept.compareTo(Duration.ofSeconds(1)) >= 0 && kept.compareTo(LONGEST) <= 0;
            return fits ? Optional.of(kept) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
