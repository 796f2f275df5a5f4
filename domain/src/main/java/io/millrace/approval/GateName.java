package io.millrace.approval;

import io.millrace.identity.DecidingGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The gates of a purchase, in the order in which they are asked. */
public enum GateName {
    MANAGER(DecidingGroup.MANAGER),
    REVENUE_ASSURANCE(DecidingGroup.REVENUE_ASSURANCE),
    CEO(DecidingGroup.CEO),
    OWNER(DecidingGroup.OWNER);

    private final DecidingGroup group;

    GateName(DecidingGroup group) {
        this.group = group;
    }

    public DecidingGroup group() {
        return group;
    }

    /** As models and the API write it: {@code revenue_assurance}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people call it: {@code revenue assurance}, {@code CEO}. */
    public String words() {
        return this == CEO ? name() : wireName().replace('_', ' ');
    }

    /** Whom to ask, in order of preference: its own group, then each next role, at last administrators. */
    List<DecidingGroup> askedInOrder() {
        List<DecidingGroup> order = new ArrayList<>();
        for (GateName gate : values()) {
            if (gate.ordinal() >= ordinal()) order.add(gate.group);
        }
        order.add(DecidingGroup.ADMINISTRATOR);
        return order;
    }

    /** @throws IllegalArgumentException for a name that no gate has */
    public static GateName ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
