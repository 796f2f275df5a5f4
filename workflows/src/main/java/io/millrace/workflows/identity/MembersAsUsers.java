package io.millrace.workflows.identity;

import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import io.millrace.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** Translates the bound tenant's people into the engine's words. */
@ApplicationScoped
public class MembersAsUsers {

    /** The group of all members, so that nobody is in none: the engine cannot ask for the tasks of no group. */
    public static final String EVERYBODY = "everybody";

    @Inject
    Memberships memberships;

    @Inject
    Tenants tenants;

    /** Active members only: a suspended one is nobody to the engine. */
    Optional<Membership> member(String userId) {
        if (TenantScope.bound().isEmpty()) return Optional.empty();
        return uuid(userId).flatMap(memberships::find).filter(Membership::isActive);
    }

    Stream<Membership> members() {
        return TenantScope.bound().isEmpty() ? Stream.empty() : memberships.active().stream();
    }

    Optional<org.camunda.bpm.engine.identity.Tenant> tenant(String tenantId) {
        return TenantScope.bound()
                .filter(bound -> bound.toString().equals(tenantId))
                .flatMap(tenants::find)
                .map(MembersAsUsers::asTenant);
    }

    static User asUser(Membership member) {
        UserEntity user = new UserEntity(member.id().toString());
        String name = member.person().name();
        int lastSpace = name.lastIndexOf(' ');
        user.setFirstName(lastSpace < 0 ? name : name.substring(0, lastSpace));
        user.setLastName(lastSpace < 0 ? "" : name.substring(lastSpace + 1));
        user.setEmail(member.person().email());
        return user;
    }

    /** Of the member, {@link #EVERYBODY} included; in order. */
    public static List<String> groupsOf(Set<DecidingGroup> groups) {
        return Stream.concat(Stream.of(EVERYBODY), groups.stream().map(DecidingGroup::wireName))
                .sorted()
                .toList();
    }

    static List<String> allGroups() {
        return groupsOf(Set.of(DecidingGroup.values()));
    }

    static Group asGroup(String id) {
        GroupEntity made = new GroupEntity(id);
        made.setName(nameOf(id));
        made.setType("DECIDING");
        return made;
    }

    private static org.camunda.bpm.engine.identity.Tenant asTenant(Tenant tenant) {
        TenantEntity made = new TenantEntity(tenant.id().toString());
        made.setName(tenant.name());
        return made;
    }

    private static String nameOf(String group) {
        if (group.equals(EVERYBODY)) return "Everybody";
        return switch (DecidingGroup.ofWireName(group)) {
            case MANAGER -> "Managers";
            case REVENUE_ASSURANCE -> "Revenue Assurance";
            case CEO -> "CEO";
            case OWNER -> "Owners";
            case ADMINISTRATOR -> "Administrators";
        };
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a name that nobody here has
        }
    }
}
