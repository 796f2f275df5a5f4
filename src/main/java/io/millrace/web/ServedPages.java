package io.millrace.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.engine.ProcessEnginesFilter;
import org.jspecify.annotations.Nullable;

/** Serves the pages of each {@link WebApp} under our name, and no other of the vendor's applications. */
public class ServedPages extends ProcessEnginesFilter {

    private static final String PAGES = WebApps.ROOT + "/app/";

    private static final Map<String, String> OUR_WORDS = Map.of(
            "<title>Camunda ", "<title>Millrace ",
            "content=\"Camunda ", "content=\"Millrace ",
            "$APP_ROOT/favicon.ico", "$APP_ROOT/millrace.svg",
            "app-name=\"cockpit\" />", "app-name=\"cockpit\" cam-exclude-plugins=\"" + LeftOut.FROM_COCKPIT + "\" />");

    @Override
    protected void applyFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Optional<WebApp> app = Arrays.stream(WebApp.values())
                .filter(served -> path.equals(PAGES + served.path()) || path.startsWith(page(served)))
                .findFirst();
        if (path.equals(PAGES)
                || app.filter(served -> !path.startsWith(page(served))).isPresent()) {
            // As at the door: the host that the request names is its sender's to choose.
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(
                    "Location",
                    request.getContextPath() + page(app.orElseGet(ServedPages::first)) + getDefaultEngineName() + "/");
        } else if (app.isPresent()) {
            response.setCharacterEncoding("UTF-8");
            super.applyFilter(request, response, chain);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String page(WebApp app) {
        return PAGES + app.path() + "/";
    }

    /** Tasklist, but for those who are signed in and to whom it is closed. */
    private static WebApp first() {
        return MemberSession.current()
                .filter(session -> !session.isAuthorizedForApp(WebApp.TASKLIST.path()))
                .map(session -> WebApp.COCKPIT)
                .orElse(WebApp.TASKLIST);
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
        String page = super.getWebResourceContents(inRoot(name));
        for (Map.Entry<String, String> words : OUR_WORDS.entrySet()) {
            page = page.replace(words.getKey(), words.getValue());
        }
        return page;
    }

    private static String inRoot(String name) {
        return name.startsWith(WebApps.ROOT) ? name : WebApps.ROOT + name;
    }
}
