package io.millrace.web;

import io.millrace.Refusal;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.Member;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.engine.EngineGrants;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets members make the calls of the pages that are for them. What only Cockpit calls is made with a group more,
 * which the engine shows the whole tenant to; so Tasklist goes on showing everybody their own.
 */
public class PageCallsFilter extends HttpFilter {

    @Inject
    CurrentMember currentMember;

    @Inject
    Engine engine;

    @Inject
    VisibleModels visibleModels;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            Optional<Member> member = currentMember.find();
            if (member.isPresent()) open(request, member.get());
            chain.doFilter(request, response);
        } catch (Refusal refusal) {
            VendorErrors.send(response, VendorErrors.status(refusal), refusal.code(), refusal.detail());
        }
    }

    private void open(HttpServletRequest request, Member member) {
        String path = request.getRequestURI().substring((request.getContextPath() + WebApps.API).length());
        String method = request.getMethod();
        String query = request.getQueryString();
        if (AllowedCalls.OF_EVERY_PAGE.allow(method, path, query)) return;
        boolean visits = MemberSession.current().flatMap(MemberSession::visited).isPresent();
        if (visits || !WebApp.TASKLIST.isFor(member) || !WebApp.TASKLIST.offers(method, path, query)) {
            if (!WebApp.COCKPIT.offers(method, path, query)) throw WebApp.TASKLIST.notFor();
            if (!WebApp.COCKPIT.isFor(member)) throw WebApp.COCKPIT.notFor();
            actAsReader(member);
        }
        visibleModels.requireNamedIn(path);
    }

    private void actAsReader(Member member) {
        List<String> groups = Stream.concat(
                        MemberSession.groups(member).stream(), Stream.of(EngineGrants.PROCESS_READERS))
                .toList();
        engine.running()
                .getIdentityService()
                .setAuthentication(
                        member.id().toString(),
                        groups,
                        List.of(member.tenantId().toString()));
    }
}
