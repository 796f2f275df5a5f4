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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    @Inject
    transient RequestMetrics metrics;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        String id = Ids.next().toString();
        MDC.put("request", id);
        Trace.set(traceparent(request.getHeader("traceparent")));
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

    /** Of the only version that there is; anything else is as good as none. */
    private static @Nullable String traceparent(@Nullable String sent) {
        return sent != null && TRACEPARENT.matcher(sent).matches() ? sent : null;
    }

    private static void addHeaders(HttpServletResponse response, String id) {
        response.setHeader("X-Request-Id", id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
