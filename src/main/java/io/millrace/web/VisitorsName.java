package io.millrace.web;

import io.millrace.identity.CurrentMember;
import io.millrace.identity.Member;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Says who an operator is, and where: the tenant that they look into does not know them. */
public class VisitorsName extends HttpFilter {

    @Inject
    CurrentMember currentMember;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> visited = MemberSession.current().flatMap(MemberSession::visited);
        Optional<Member> visitor = currentMember.find();
        if (visited.isEmpty() || visitor.isEmpty() || !asksForOwn(request, visitor.get())) {
            chain.doFilter(request, response);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(profile(visitor.get(), visited.get()).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean asksForOwn(HttpServletRequest request, Member member) {
        return request.getRequestURI().endsWith(AllowedCalls.ENGINE + "/user/" + member.id() + "/profile");
    }

    private static String profile(Member visitor, String visited) {
        return Json.createObjectBuilder()
                .add("id", visitor.id().toString())
                .add("firstName", visitor.name())
                .add("lastName", "in " + visited)
                .add("email", visitor.email())
                .build()
                .toString();
    }
}
