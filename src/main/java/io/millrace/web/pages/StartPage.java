package io.millrace.web.pages;

import io.millrace.demo.DemoPeople;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says what Millrace is and where its doors are. */
@WebServlet(name = StartPage.NAME, urlPatterns = "")
public class StartPage extends HttpServlet {

    static final String NAME = "start page";

    private static final long serialVersionUID = 1L;

    @Inject
    @ConfigProperty(name = "millrace.demo")
    boolean demo;

    @Inject
    @ConfigProperty(name = "millrace.dashboard.port", defaultValue = "8000")
    int dashboardPort;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer.page(page(demo, dashboardPort)).send(response);
    }

    static String page(boolean demo, int dashboardPort) {
        if (!demo) return Template.START.render(Map.of("demo", false));
        return Template.START.render(Map.of(
                "demo",
                true,
                "dashboard",
                "http://localhost:" + dashboardPort + "/dashboard",
                "password",
                DemoPeople.PASSWORD,
                "people",
                DemoPeople.list()));
    }
}
