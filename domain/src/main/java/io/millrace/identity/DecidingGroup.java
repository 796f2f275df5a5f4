package io.millrace.identity;

import java.util.Locale;

/** A group whose members may decide at the gates that ask it. */
public enum DecidingGroup {
    MANAGER,
    REVENUE_ASSURANCE,
    CEO,
    OWNER,
    /** Everybody with an administering role: the last resort when a gate has nobody else. */
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
