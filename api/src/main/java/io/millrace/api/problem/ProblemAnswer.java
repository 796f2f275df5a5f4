package io.millrace.api.problem;

import io.millrace.api.json.WireJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends a problem where JAX-RS was never asked: the server itself refused the request. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    public static void send(HttpServletResponse response, int status) throws IOException {
        send(response, Problems.of(status));
    }

    public static void unreadableAddress(HttpServletResponse response) throws IOException {
        send(response, Problems.unreadableAddress());
    }

    private static void send(HttpServletResponse response, Problem said) throws IOException {
        byte[] problem = WireJson.write(said.ofRequest(response.getHeader("X-Request-Id")));
        response.setStatus(said.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(problem.length);
        response.getOutputStream().write(problem);
    }
}
