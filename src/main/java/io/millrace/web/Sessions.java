package io.millrace.web;

import io.millrace.identity.Member;
import io.millrace.workflows.identity.MembersAsUsers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/** What a session of the vendor's pages carries: the membership as user, its groups, its one tenant. */
final class Sessions {

    private Sessions() {}

    static UserAuthentication of(String engine, Member member) {
        UserAuthentication session = new UserAuthentication(member.id().toString(), engine);
        session.setGroupIds(groups(member));
        session.setTenantIds(List.of(member.tenantId().toString()));
        session.setAuthorizedApps(Set.of("tasklist"));
        return session;
    }

    static List<String> groups(Member member) {
        return MembersAsUsers.groupsOf(member.groups());
    }

    static UUID tenantId(UserAuthentication session) {
        return UUID.fromString(session.getTenantIds().get(0));
    }

    static UUID memberId(UserAuthentication session) {
        return UUID.fromString(session.getIdentityId());
    }
}
