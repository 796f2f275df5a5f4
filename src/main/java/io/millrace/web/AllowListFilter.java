package io.millrace.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lets through what some {@link WebApp} offers, whoever asks, and refuses everything else. */
public class AllowListFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String prefix = request.getContextPath() + WebApps.API;
        String path = request.getRequestURI();
        if (path.startsWith(prefix)
                && isOffered(request.getMethod(), path.substring(prefix.length()), request.getQueryString())) {
            chain.doFilter(request, response);
        } else {
            VendorErrors.send(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "not_offered",
                    "This is not offered here; use Millrace's own API under /api/v1.");
        }
    }

    private static boolean isOffered(String method, String path, @Nullable String query) {
        return Arrays.stream(WebApp.values()).anyMatch(app -> app.offers(method, path, query));
    }
}
