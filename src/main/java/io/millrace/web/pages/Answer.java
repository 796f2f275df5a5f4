package io.millrace.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a page answers, worked out before any of it is sent. */
record Answer(int status, String type, String policy, Body body) {

    static Answer page(String html) {
        return new Answer(HttpServletResponse.SC_OK, "text/html", PageHeaders.OUR_PAGE, text(html));
    }

    static Answer missing() {
        return error(HttpServletResponse.SC_NOT_FOUND, "There is nothing here", "The address leads nowhere.");
    }

    static Answer error(int status, String title, String lead) {
        return new Answer(
                status,
                "text/html",
                PageHeaders.OUR_PAGE,
                text(Template.ERROR.render(Map.of("title", title, "lead", lead))));
    }

    static Answer json(String json) {
        return new Answer(HttpServletResponse.SC_OK, "application/json", PageHeaders.OUR_PAGE, text(json));
    }

    /** HTML that a stranger wrote. */
    static Answer foreign(String html) {
        return new Answer(HttpServletResponse.SC_OK, "text/html", PageHeaders.FOREIGN_PAGE, text(html));
    }

    static Answer plain(Path file) {
        return new Answer(
                HttpServletResponse.SC_OK, "text/plain", PageHeaders.FOREIGN_PAGE, out -> Files.copy(file, out));
    }

    void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader(PageHeaders.POLICY, policy);
        response.setHeader("Cache-Control", "no-store");
        body.writeTo(response.getOutputStream());
    }

    private static Body text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Written as it is sent, because a mail may be long. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
