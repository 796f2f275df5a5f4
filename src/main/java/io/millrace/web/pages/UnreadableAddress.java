package io.millrace.web.pages;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses the requests that the HTTP listener leads here because nobody can read where they want to go. */
@WebServlet(
        name = "unreadable address",
        urlPatterns = {"/unreadable-address", UnreadableAddress.OF_THE_API})
public class UnreadableAddress extends HttpServlet {

    static final String OF_THE_API = "/api/unreadable-address";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
