package io.millrace.web.pages;

import io.millrace.api.problem.ProblemAnswer;
import io.millrace.web.VendorErrors;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Answers in our words whatever the server or the vendor's filters refuse on their own; each door in its own
 * shape. web.xml sends all errors here that have no body yet.
 */
@WebServlet(name = "error page", urlPatterns = ErrorPage.PATH)
public class ErrorPage extends HttpServlet {

    static final String PATH = "/error";

    private static final long serialVersionUID = 1L;

    /** Of every method: it answers for the request that went wrong. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        String path = path(request);
        // The server's own words stay inside: they name classes and filters.
        response.setHeader("Content-Language", null);
        response.setHeader("Cache-Control", "no-store");
        if (isBelow(path, "/api") && status == 400 && !isAddress(path, request.getQueryString())) {
            ProblemAnswer.unreadableAddress(response);
        } else if (isBelow(path, "/api")) {
            ProblemAnswer.send(response, status);
        } else if (isBelow(path, "/camunda/api")) {
            Words words = Words.of(status);
            VendorErrors.send(response, status, words.code(), words.title() + ". " + words.lead());
        } else {
            Words words = Words.of(status);
            Answer.error(status, words.title(), words.lead()).send(response);
        }
    }

    /** Whoever comes here on their own finds nothing. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpServletResponse.SC_NOT_FOUND;
    }

    private static String path(HttpServletRequest request) {
        String address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        return address.substring(request.getContextPath().length());
    }

    private static boolean isAddress(String path, @Nullable String query) {
        try {
            String address = new URI(query == null ? path : path + "?" + query).getRawPath();
            return !address.equals(UnreadableAddress.OF_THE_API);
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static boolean isBelow(String path, String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    /** What a person reads, and the code that programs read. */
    private record Words(String code, String title, String lead) {

        static Words of(int status) {
            return switch (status) {
                case 400 -> new Words("unreadable", "This cannot be read", "The address or what was sent is broken.");
                case 401 -> new Words("not_signed_in", "Please sign in", "You are not signed in, or not any more.");
                case 403 ->
                    new Words(
                            "not_allowed",
                            "This was not accepted",
                            "It is not for you, or the page is too old: reload it, and sign in again if it asks.");
                case 404 -> new Words("not_found", "There is nothing here", "The address leads nowhere.");
                case 405 ->
                    new Words("method_not_allowed", "This does not work here", "The address takes other calls.");
                case 503 ->
                    new Words("unavailable", "Back in a moment", "Millrace cannot answer right now. Try again soon.");
                default ->
                    status < 500
                            ? new Words("refused", "This was not accepted", "The server refused the request.")
                            : new Words("fault", "Something went wrong on our side", "Nothing was changed. Try again.");
            };
        }
    }
}
