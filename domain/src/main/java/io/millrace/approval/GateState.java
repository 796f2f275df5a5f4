package io.millrace.approval;

import java.util.Locale;

/** Where a gate stands. */
public enum GateState {
    WAITING,
    OPEN,
    APPROVED,
    REJECTED,
    RETURNED,
    NOT_NEEDED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
