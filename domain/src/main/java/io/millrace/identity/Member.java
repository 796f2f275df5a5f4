package io.millrace.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A membership at work: who is acting, and with what rights.
 *
 * @param id the membership's id, which is the engine's user id too
 * @param only what the roles allow is narrowed to these; null when it is not, because the member came in person
 */
public record Member(
        UUID id,
        UUID tenantId,
        UUID personId,
        String name,
        String email,
        Set<Role> roles,
        Set<DecidingGroup> groups,
        @Nullable Set<Permission> only) {

    /** In person. */
    public Member(
            UUID id,
            UUID tenantId,
            UUID personId,
            String name,
            String email,
            Set<Role> roles,
            Set<DecidingGroup> groups) {
        this(id, tenantId, personId, name, email, roles, groups, null);
    }

    /** The same person at work inside another tenant: what their roles allow, and no say at its gates. */
    Member inside(UUID tenant) {
        return new Member(id, tenant, personId, name, email, roles, Set.of(), only);
    }

    public boolean may(Permission permission) {
        if (only != null && !only.contains(permission)) return false;
        return roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }
}
