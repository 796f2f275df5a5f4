package io.millrace.outbox;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What types of events are called, and which names nobody but the platform may use. */
public final class EventTypes {

    public static final int MAX_LENGTH = 100;

    /** How the platform's types begin, those included that are still to come. */
    public static final Set<String> RESERVED = Set.of(
            "approval.",
            "campaign.",
            "contact.",
            "dunning.",
            "event.",
            "invoice.",
            "member.",
            "message.",
            "process.",
            "schedule.",
            "subscription.",
            "tenant.",
            "usage.");

    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)+");

    private EventTypes() {}

    public static boolean isReserved(String type) {
        return RESERVED.stream().anyMatch(type::startsWith);
    }

    /** Why a tenant cannot state events of this type, as the end of a sentence; empty when it can. */
    public static Optional<String> flaw(String type) {
        if (type.length() > MAX_LENGTH) return Optional.of("must not be longer than " + MAX_LENGTH + " characters");
        if (!GRAMMAR.matcher(type).matches())
            return Optional.of(
                    "must be words of small letters, digits and underscores, joined by dots, such as" + " order.paid");
        if (isReserved(type))
            return Optional.of(
                    "must begin with another word: reserved are " + String.join(", ", new TreeSet<>(RESERVED)));
        return Optional.empty();
    }
}
