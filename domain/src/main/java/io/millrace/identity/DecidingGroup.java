package io.millrace.identity;

import io.millrace.Words;
import java.util.Locale;

/** A group whose members may decide at the gates that ask it. */
public enum DecidingGroup {
    @Words("Whoever decides about small sums first.")
    MANAGER,
    @Words("Whoever looks after budgets and revenue.")
    REVENUE_ASSURANCE,
    @Words("Whoever leads the company.")
    CEO,
    @Words("Whoever owns the company.")
    OWNER,
    /** Everybody with an administering role: the last resort when a gate has nobody else. */
    @Words("Owners and administrators, whatever other groups they are in.")
    ADMINISTRATOR;

    /** As models, the engine and the API write it: {@code revenue_assurance}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DecidingGroup ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether one is put into it by an administrator, rather than belonging to it by role. */
    public boolean isAssignable() {
        return this != ADMINISTRATOR;
    }
}
