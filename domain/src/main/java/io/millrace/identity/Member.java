package io.millrace.identity;

import java.util.Set;
import java.util.UUID;

/**
 * A membership at work: who is acting, and with what rights.
 *
 * @param id the membership's id, which is the engine's user id too
 */
public record Member(
        UUID id, UUID tenantId, UUID personId, String name, String email, Set<Role> roles, Set<DecidingGroup> groups) {

    /** The same person at work inside another tenant: what their roles allow, and no say at its gates. */
    Member inside(UUID tenant) {
        return new Member(id, tenant, personId, name, email, roles, Set.of());
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }
}
