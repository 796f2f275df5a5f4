package io.millrace.web;

import io.millrace.Refusal;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Errors in the shape of the engine's REST interface: {@code {"type": …, "message": …}}. */
public final class VendorErrors {

    private VendorErrors() {}

    static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case NOT_SIGNED_IN -> HttpServletResponse.SC_UNAUTHORIZED;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case CONFLICT, STALE -> HttpServletResponse.SC_CONFLICT;
            case UNPROCESSABLE -> HttpServletResponse.SC_BAD_REQUEST;
            case TOO_MANY -> 429;
        };
    }

    static String json(String type, String message) {
        return Json.createObjectBuilder()
                .add("type", type)
                .add("message", message)
                .build()
                .toString();
    }

    public static void send(HttpServletResponse response, int status, String type, String message) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(json(type, message).getBytes(StandardCharsets.UTF_8));
    }
}
