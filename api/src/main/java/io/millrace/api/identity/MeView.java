package io.millrace.api.identity;

import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.identity.Role;
import io.millrace.tenancy.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Whoever is signed in, and what they may do. */
record MeView(
        UUID id,
        String name,
        String email,
        TenantView tenant,
        List<Role> roles,
        List<DecidingGroup> groups,
        List<Permission> permissions) {

    /** The tenant that the caller acts in. */
    record TenantView(UUID id, String slug, String name) {}

    static MeView of(Member member, Tenant tenant) {
        return new MeView(
                member.id(),
                member.name(),
                member.email(),
                new TenantView(tenant.id(), tenant.slug(), tenant.name()),
                member.roles().stream().sorted().toList(),
                member.groups().stream().sorted().toList(),
                Arrays.stream(Permission.values()).filter(member::may).toList());
    }
}
