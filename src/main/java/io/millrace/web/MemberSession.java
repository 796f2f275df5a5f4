package io.millrace.web;

import io.millrace.identity.Member;
import io.millrace.identity.Sessions;
import io.millrace.workflows.identity.MembersAsUsers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * What a session of the vendor's pages carries: the membership as user, its groups, its one tenant, and the
 * device that was signed in, which ends wherever the same member's other devices end. An operator's may be for
 * looking into another tenant, and for nothing else.
 */
final class MemberSession extends UserAuthentication {

    private static final long serialVersionUID = 1L;

    private final UUID device;
    private final @Nullable String visited;

    /** @param visited the slug of the tenant that an operator looks into */
    MemberSession(String engine, Sessions.Session opened, @Nullable String visited) {
        super(opened.member().id().toString(), engine);
        this.device = opened.id();
        this.visited = visited;
        setGroupIds(groups(opened.member()));
        setTenantIds(List.of(opened.member().tenantId().toString()));
        setAuthorizedApps(visited == null ? WebApp.pathsOf(opened.member()) : Set.of(WebApp.COCKPIT.path()));
    }

    /** Of the request that this thread serves. */
    static Optional<MemberSession> current() {
        return Optional.ofNullable(Authentications.getCurrent())
                .flatMap(all -> all.getAuthentications().stream().findFirst())
                .map(MemberSession.class::cast);
    }

    static List<String> groups(Member member) {
        return MembersAsUsers.groupsOf(member.groups());
    }

    UUID device() {
        return device;
    }

    /** The member's own. */
    UUID tenantId() {
        return UUID.fromString(getTenantIds().get(0));
    }

    Optional<String> visited() {
        return Optional.ofNullable(visited);
    }

    UUID memberId() {
        return UUID.fromString(getIdentityId());
    }
}
