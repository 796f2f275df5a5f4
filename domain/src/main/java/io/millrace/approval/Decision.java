package io.millrace.approval;

import java.util.Locale;

/** What a decider answers. */
public enum Decision {
    APPROVE(GateState.APPROVED),
    REJECT(GateState.REJECTED),
    RETURN(GateState.RETURNED);

    private final GateState outcome;

    Decision(GateState outcome) {
        this.outcome = outcome;
    }

    GateState outcome() {
        return outcome;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is no decision */
    public static Decision ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
