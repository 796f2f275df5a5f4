package io.millrace.web;

import io.millrace.Ids;
import io.millrace.outbox.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;

/** Gives each request of the web applications an id and a trace, for the log and whoever reports a fault. */
public class RequestIds extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = Ids.next().toString();
        response.setHeader("X-Request-Id", id);
        response.setHeader("traceparent", Trace.begin(request.getHeader("traceparent")));
        try (MDC.MDCCloseable ignored = MDC.putCloseable("request", id)) {
            chain.doFilter(request, response);
        } finally {
            Trace.set(null);
        }
    }
}
