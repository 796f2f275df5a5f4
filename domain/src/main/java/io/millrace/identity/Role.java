package io.millrace.identity;

import static io.millrace.identity.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** A named set of permissions; a membership has one or several. */
public enum Role {
    CLIENT(PROFILE_READ),
    MEMBER(PROFILE_READ, API_KEY_MANAGE, APPROVAL_REQUEST, APPROVAL_READ, TASK_READ, TASK_COMPLETE),
    ANALYST(MEMBER, PROCESS_READ, PROCESS_DEPLOY),
    MANAGER(MEMBER, PROCESS_READ),
    ADMIN(
            MEMBER,
            API_KEY_MANAGE_ALL,
            APPROVAL_READ_ALL,
            AUDIT_READ,
            MEMBER_READ,
            MEMBER_MANAGE,
            PROCESS_READ,
            TASK_RELEASE_ALL),
    OWNER(ADMIN),
    /** Runs the platform; exists in the platform's own tenant only. */
    OPERATOR(PROFILE_READ, API_KEY_MANAGE, TENANT_ENTER, AUDIT_READ, DELIVERY_READ, DELIVERY_RETRY, PROCESS_READ);

    @SuppressWarnings("ImmutableEnumChecker") // filled by the constructor, handed out as copies
    private final Set<Permission> permissions = EnumSet.noneOf(Permission.class);

    Role(Permission... own) {
        permissions.addAll(Set.of(own));
    }

    Role(Role includes, Permission... more) {
        permissions.addAll(includes.permissions);
        permissions.addAll(Set.of(more));
    }

    public Set<Permission> permissions() {
        return Set.copyOf(permissions);
    }

    public boolean administers() {
        return this == OWNER || this == ADMIN;
    }
}
