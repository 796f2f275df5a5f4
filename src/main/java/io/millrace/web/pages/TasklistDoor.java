package io.millrace.web.pages;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads from the address that people remember to the one that the vendor's page has. */
@WebServlet(
        name = "tasklist door",
        urlPatterns = {"/camunda", "/camunda/"})
public class TasklistDoor extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Not sendRedirect, which names the host that the request's sender likes. A tenant's sub-domain stays as it is.
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", request.getContextPath() + "/camunda/app/");
    }
}
