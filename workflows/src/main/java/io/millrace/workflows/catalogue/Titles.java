package io.millrace.workflows.catalogue;

import java.util.Locale;

/** What people read instead of the names that models use. */
public final class Titles {

    private Titles() {}

    /** {@code publishEvent} is "Publish event", {@code approval.gate_decided} is "Approval gate decided". */
    public static String of(String name) {
        String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|[._-]", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
