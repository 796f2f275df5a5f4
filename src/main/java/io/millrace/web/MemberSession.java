package io.millrace.web;

import io.millrace.identity.Member;
import io.millrace.identity.Sessions;
import io.millrace.workflows.identity.MembersAsUsers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/**
 * What a session of the vendor's pages carries: the membership as user, its groups, its one tenant, and the
 * device that was signed in, which ends wherever the same member's other devices end.
 */
final class MemberSession extends UserAuthentication {

    private static final long serialVersionUID = 1L;

    private final UUID device;

    MemberSession(String engine, Sessions.Session opened) {
        super(opened.member().id().toString(), engine);
        this.device = opened.id();
        setGroupIds(groups(opened.member()));
        setTenantIds(List.of(opened.member().tenantId().toString()));
        setAuthorizedApps(Set.of("tasklist"));
    }

    static List<String> groups(Member member) {
        return MembersAsUsers.groupsOf(member.groups());
    }

    UUID device() {
        return device;
    }

    UUID tenantId() {
        return UUID.fromString(getTenantIds().get(0));
    }

    UUID memberId() {
        return UUID.fromString(getIdentityId());
    }
}
