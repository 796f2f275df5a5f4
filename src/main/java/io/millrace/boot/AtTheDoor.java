package io.millrace.boot;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Every request passes the {@link Door}; a node that is about to stop sends it to another, or to its next start. */
@WebFilter("/*")
public class AtTheDoor extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String SECONDS_UNTIL_SOMEBODY_IS_THERE = "5";

    @Inject
    transient Door door;

    @Inject
    transient HttpListeners httpListeners;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        httpListeners.teach();
        if (!door.enter()) {
            response.setHeader("Retry-After", SECONDS_UNTIL_SOMEBODY_IS_THERE);
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            chain.doFilter(request, response);
            // Whoever waits for this one shuts the port at once, and the answer must be out by then.
            if (door.isShut()) response.flushBuffer();
        } finally {
            door.leave();
        }
    }
}
