package io.millrace.web.pages;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** Serves the demo's mails to whoever asks; there is no such page outside of the demo. */
@WebServlet(
        name = DemoMailPage.NAME,
        urlPatterns = {DemoMails.PATH, DemoMailPage.BELOW})
public class DemoMailPage extends HttpServlet {

    static final String NAME = "demo mail";
    static final String BELOW = DemoMails.PATH + "/*";

    private static final long serialVersionUID = 1L;

    @Inject
    transient DemoMails mails;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.addHeader("Vary", "Accept");
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        mails.answer(path, question(request)).send(response);
    }

    private static MailQuestion question(HttpServletRequest request) {
        return new MailQuestion(
                Objects.requireNonNullElse(request.getHeader("Accept"), ""),
                Objects.requireNonNullElse(request.getParameter("to"), ""),
                MailQuestion.number(request.getParameter("page"), 1),
                MailQuestion.number(request.getParameter("limit"), MailQuestion.ALL));
    }
}
