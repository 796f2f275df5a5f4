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
        response.sendRedirect(request.getContextPath() + "/camunda/app/");
    }
}
