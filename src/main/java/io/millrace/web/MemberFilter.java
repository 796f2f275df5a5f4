package io.millrace.web;

import io.millrace.NotFound;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.EnterTenant;
import io.millrace.identity.Member;
import io.millrace.identity.NotAllowed;
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
    EnterTenant enterTenant;

    @Inject
    Engine engine;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<MemberSession> session = MemberSession.current();
        if (session.isEmpty()) {
            chain.doFilter(request, response); // the sign-in; whatever else needs somebody was refused above
            return;
        }
        Optional<Member> member = member(session.get());
        if (member.isEmpty()) {
            Authentications.getCurrent().removeByEngineName(session.get().getProcessEngineName());
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        try (TenantScope.Binding ignored = currentMember.open(member.get())) {
            actAs(member.get());
            chain.doFilter(request, response);
        }
    }

    /** Whoever was an operator and is none any more, or whose tenant is gone, is signed out too. */
    private Optional<Member> member(MemberSession session) {
        Optional<Member> member =
                TenantScope.call(session.tenantId(), () -> signedIn.find(session.memberId(), session.device()));
        if (session.visited().isEmpty()) return member;
        try {
            return member.map(
                    operator -> enterTenant.enter(operator, session.visited().get()));
        } catch (NotAllowed | NotFound over) {
            return Optional.empty();
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
