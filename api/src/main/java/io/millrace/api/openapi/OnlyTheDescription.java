package io.millrace.api.openapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Lets nothing out at {@code /openapi} but the description itself: the server's part would publish a WADL too. */
@WebFilter("/openapi/*")
public class OnlyTheDescription extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean isTheDescription = path.equals("/openapi") || path.equals("/openapi/");
        if (!isTheDescription) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (!READING.contains(request.getMethod())) response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        else chain.doFilter(request, response);
    }
}
