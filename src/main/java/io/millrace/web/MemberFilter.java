package io.millrace.web;

import io.millrace.identity.CurrentMember;
import io.millrace.identity.Member;
import io.millrace.identity.SignedInMembers;
import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.engine.Engine;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/**
 * Binds the member behind a session, and the member's tenant, to the request. Both the membership and the
 * signed-in device are looked at anew each time: a session must not outlive them, and groups change while people
 * are signed in.
 */
public class MemberFilter extends HttpFilter {

    @Inject
    SignedInMembers signedIn;

    @Inject
    CurrentMember currentMember;

    @Inject
    Engine engine;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        List<UserAuthentication> sessions = Optional.ofNullable(Authentications.getCurrent())
                .map(Authentications::getAuthentications)
                .orElse(List.of());
        if (sessions.isEmpty()) {
            chain.doFilter(request, response); // the sign-in; whatever else needs somebody was refused above
            return;
        }
        MemberSession session = (MemberSession) sessions.get(0);
        Optional<Member> member =
                TenantScope.call(session.tenantId(), () -> signedIn.find(session.memberId(), session.device()));
        if (member.isEmpty()) {
            Authentications.getCurrent().removeByEngineName(session.getProcessEngineName());
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        try (TenantScope.Binding ignored = currentMember.open(member.get())) {
            actAs(member.get());
            chain.doFilter(request, response);
        }
    }

    /** With the member's groups of now; the vendor's filter above took those of the sign-in, and clears both. */
    private void actAs(Member member) {
        engine.running()
                .getIdentityService()
                .setAuthentication(
                        member.id().toString(),
                        MemberSession.groups(member),
                        List.of(member.tenantId().toString()));
    }
}
