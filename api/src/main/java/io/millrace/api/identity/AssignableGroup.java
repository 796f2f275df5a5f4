package io.millrace.api.identity;

import io.millrace.identity.DecidingGroup;

/** A deciding group that an administrator puts members into; the others come with a role. */
enum AssignableGroup {
    MANAGER,
    REVENUE_ASSURANCE,
    CEO,
    OWNER;

    static AssignableGroup of(DecidingGroup group) {
        return valueOf(group.name());
    }

    DecidingGroup group() {
        return DecidingGroup.valueOf(name());
    }
}
