package io.millrace.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets through what {@link AllowedCalls} names, whoever asks, and refuses everything else. */
public class AllowListFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String prefix = request.getContextPath() + WebApps.ROOT + "/api";
        String path = request.getRequestURI();
        boolean isBelow = path.startsWith(prefix);
        if (isBelow
                && AllowedCalls.allow(request.getMethod(), path.substring(prefix.length()), request.getQueryString())) {
            chain.doFilter(request, response);
        } else {
            VendorErrors.send(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "not_offered",
                    "This is not offered here; use Millrace's own API under /api/v1.");
        }
    }
}
