package io.millrace.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.engine.ProcessEnginesFilter;
import org.jspecify.annotations.Nullable;

/** Serves Tasklist's page under our name, and no other of the vendor's applications. */
public class TasklistPages extends ProcessEnginesFilter {

    private static final String PAGES = WebApps.ROOT + "/app/";
    private static final String TASKLIST = PAGES + "tasklist/";

    @Override
    protected void applyFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals(PAGES) || path.equals(TASKLIST.substring(0, TASKLIST.length() - 1))) {
            // As at the door: the host that the request names is its sender's to choose.
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", request.getContextPath() + TASKLIST + getDefaultEngineName() + "/");
        } else if (path.startsWith(TASKLIST)) {
            response.setCharacterEncoding("UTF-8");
            super.applyFilter(request, response, chain);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** There is one engine; asked for another, the vendor's page breaks down. */
    @Override
    protected void serveIndexPage(
            String app,
            @Nullable String engine,
            String page,
            String contextPath,
            String root,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (engine == null || engine.equals(getDefaultEngineName())) {
            super.serveIndexPage(app, engine, page, contextPath, root, request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Never: people come from us. */
    @Override
    protected boolean needsInitialUser(String engineName) {
        return false;
    }

    @Override
    protected boolean hasWebResource(String name) {
        return super.hasWebResource(inRoot(name));
    }

    @Override
    protected String getWebResourceContents(String name) throws IOException {
        return super.getWebResourceContents(inRoot(name))
                .replace("<title>Camunda Tasklist</title>", "<title>Millrace Tasklist</title>")
                .replace("content=\"Camunda Tasklist\"", "content=\"Millrace Tasklist\"")
                .replace("$APP_ROOT/favicon.ico", "$APP_ROOT/millrace.svg");
    }

    private static String inRoot(String name) {
        return name.startsWith(WebApps.ROOT) ? name : WebApps.ROOT + name;
    }
}
