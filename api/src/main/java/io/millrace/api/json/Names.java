package io.millrace.api.json;

import java.util.Locale;

/** How Java's names look on the wire. */
public final class Names {

    private Names() {}

    /** {@code decidedAt} is {@code decided_at}. */
    public static String field(String component) {
        return component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** {@code REVENUE_ASSURANCE} is {@code revenue_assurance}. */
    public static String value(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
