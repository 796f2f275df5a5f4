package io.millrace.boot;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Every request passes the {@link Door}; a node that is about to stop sends it to another, or to its next start. Only
 * how the node is may be asked until the end: whoever watches it must not take a stop for a fault.
 */
@WebFilter("/*")
public class AtTheDoor extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String SECONDS_UNTIL_SOMEBODY_IS_THERE = "5";

    private static final Set<String> ABOUT_THE_NODE =
            Set.of("/health", "/health/live", "/health/ready", "/health/started", "/metrics");

    @Inject
    transient Door door;

    @Inject
    transient HttpListeners httpListeners;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        httpListeners.teach();
        if (isAboutTheNode(request)) {
            answerOutside(response, () -> chain.doFilter(request, response));
        } else if (door.enter()) {
            answerInside(response, () -> chain.doFilter(request, response));
        } else {
            answerOutside(response, () -> sendAway(request, response));
        }
    }

    private static boolean isAboutTheNode(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return ABOUT_THE_NODE.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    private void answerInside(HttpServletResponse response, Answering answering) throws IOException, ServletException {
        try {
            answering.answer();
            flushBeforeTheEnd(response);
        } finally {
            door.leave();
        }
    }

    private void answerOutside(HttpServletResponse response, Answering answering) throws IOException, ServletException {
        door.knock();
        try {
            answering.answer();
            flushBeforeTheEnd(response);
        } finally {
            door.turnAround();
        }
    }

    /** Whoever waits for this one shuts the port at once, and the answer must be out by then. */
    private void flushBeforeTheEnd(HttpServletResponse response) throws IOException {
        if (door.isShut()) response.flushBuffer();
    }

    /** Not as an error: the server would write its page when we have lost sight of the request. */
    private static void sendAway(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Retry-After", SECONDS_UNTIL_SOMEBODY_IS_THERE);
        response.setHeader("Connection", "close");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/error").forward(request, response); // as in web.xml
    }

    private interface Answering {
        void answer() throws IOException, ServletException;
    }
}
