package io.millrace.approval;

import java.util.Locale;

/** Where an approval stands: at which gate, or how it ended. */
public enum ApprovalState {
    REQUESTED,
    MANAGER,
    REVENUE_ASSURANCE,
    CEO,
    OWNER,
    COMPLETED,
    REJECTED,
    RETURNED,
    RECALLED;

    public boolean isFinal() {
        return compareTo(COMPLETED) >= 0;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ApprovalState at(GateName gate) {
        return valueOf(gate.name());
    }
}
