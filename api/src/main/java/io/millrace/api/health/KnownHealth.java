package io.millrace.api.health;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Knows which questions about health there are: to any other the server says that all is well. */
@WebFilter("/health/*")
public class KnownHealth extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final Set<String> QUESTIONS = Set.of("", "/live", "/ready", "/started");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring((request.getContextPath() + "/health").length());
        if (QUESTIONS.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
