package io.millrace.api.http;

import io.millrace.Ids;
import io.millrace.api.problem.ProblemAnswer;
import io.millrace.outbox.Trace;
import io.millrace.tenancy.TenantScope;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;

/**
 * Surrounds each request to the API. Around JAX-RS and not inside it, because response filters are not
 * called for every failure, and a thread that keeps its tenant would serve the next caller with it.
 */
@WebFilter("/api/*")
public class RequestBoundary extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** Request attribute: what is bound to the thread and must be let go at the end. */
    public static final String BINDING = "io.millrace.binding";

    @Inject
    transient RequestMetrics metrics;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        String id = Ids.next().toString();
        MDC.put("request", id);
        response.setHeader("traceparent", Trace.begin(request.getHeader("traceparent")));
        addHeaders(response, id);
        try {
            if (ReadableHeaders.isTypeReadable(request)) chain.doFilter(request, response);
            else ProblemAnswer.send(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } finally {
            if (request.getAttribute(BINDING) instanceof TenantScope.Binding bound) bound.close();
            Trace.set(null);
            MDC.remove("request");
            metrics.count(request, response.getStatus(), System.nanoTime() - start);
        }
    }

    private static void addHeaders(HttpServletResponse response, String id) {
        response.setHeader("X-Request-Id", id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
