package io.millrace.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.cockpit.impl.web.bootstrap.CockpitContainerBootstrap;
import org.camunda.bpm.engine.rest.filter.CacheControlFilter;
import org.camunda.bpm.engine.rest.filter.EmptyBodyFilter;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.tasklist.impl.web.bootstrap.TasklistContainerBootstrap;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.filter.CsrfPreventionFilter;
import org.camunda.bpm.webapp.impl.security.filter.SecurityFilter;
import org.camunda.bpm.webapp.impl.security.filter.headersec.HttpHeaderSecurityFilter;
import org.camunda.bpm.webapp.impl.security.filter.util.HttpSessionMutexListener;
import org.camunda.bpm.webapp.impl.util.ServletContextUtil;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the vendor's web applications under {@code /camunda}, behind our walls. */
@WebListener
public class WebApps implements ServletContextListener {

    static final String ROOT = "/camunda";

    /** Below it are the calls of the pages. */
    static final String API = ROOT + "/api";

    private static final String PAGES = ROOT + "/app/*";
    private static final String CALLS = API + "/*";

    private static final List<Supplier<ServletContextListener>> VENDORS =
            List.of(CockpitContainerBootstrap::new, TasklistContainerBootstrap::new);

    @Inject
    @ConfigProperty(name = "millrace.public.url", defaultValue = "http://localhost:8080")
    String publicUrl;

    private final List<ServletContextListener> started = new ArrayList<>();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext web = event.getServletContext();
        ServletContextUtil.setAppPath(ROOT, web);
        VENDORS.forEach(vendor -> start(vendor.get(), event));
        web.addListener(new HttpSessionMutexListener());
        // Over TLS alone, where the world reaches us by it.
        boolean secure = publicUrl.toLowerCase(Locale.ROOT).startsWith("https:");
        web.getSessionCookieConfig().setSecure(secure);
        addFilters(web, secure);
        addServlets(web);
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopped) {
        // The server calls this too when it gave up before it started us.
        started.forEach(vendor -> vendor.contextDestroyed(stopped));
    }

    private void start(ServletContextListener vendor, ServletContextEvent event) {
        vendor.contextInitialized(event);
        started.add(vendor);
    }

    /** Each sees a request only if the ones above let it pass. */
    private static void addFilters(ServletContext web, boolean secure) {
        add(web, RequestIds.class, Map.of(), ROOT + "/*");
        add(web, HttpHeaderSecurityFilter.class, Map.of(), ROOT + "/*");
        add(web, Branding.class, Map.of(), Branding.paths());
        add(web, AllowListFilter.class, Map.of(), CALLS);
        add(web, AuthenticationFilter.class, Map.of(), PAGES, CALLS);
        add(web, SecurityFilter.class, Map.of("configFile", "/WEB-INF/camunda-security.json"), PAGES, CALLS);
        add(web, CsrfPreventionFilter.class, Map.of("enableSecureCookie", String.valueOf(secure)), PAGES, CALLS);
        add(web, ServedPages.class, Map.of(), PAGES);
        add(web, MemberFilter.class, Map.of(), CALLS);
        add(web, VisitorsName.class, Map.of(), CALLS);
        add(web, PageCallsFilter.class, Map.of(), CALLS);
        add(web, EmptyBodyFilter.class, Map.of(), CALLS);
        add(web, CacheControlFilter.class, Map.of(), CALLS);
        add(web, TaskCallsFilter.class, Map.of(), CALLS);
    }

    private static void addServlets(ServletContext web) {
        add(web, EngineApi.class, API + "/engine/*");
        add(web, TasklistApplication.class, API + "/tasklist/*");
        add(web, CockpitApi.class, API + "/cockpit/*");
        add(web, SignInApi.class, API + "/admin/*");
    }

    private static void add(
            ServletContext web, Class<? extends Filter> filter, Map<String, String> settings, String... paths) {
        FilterRegistration.Dynamic registration = web.addFilter("web " + filter.getSimpleName(), filter);
        registration.setInitParameters(settings);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, paths);
    }

    private static void add(ServletContext web, Class<? extends Application> application, String path) {
        ServletRegistration.Dynamic registration =
                web.addServlet("web " + application.getSimpleName(), "org.glassfish.jersey.servlet.ServletContainer");
        registration.setInitParameter("jakarta.ws.rs.Application", application.getName());
        // The vendor's bodies are made for Jackson; the server's JSON-B would take them first.
        registration.setInitParameter("jersey.config.jsonFeature", "JacksonFeature");
        registration.setInitParameter("jersey.config.server.jsonFeature", "JacksonFeature");
        // Without it Payara's list of endpoints meets a servlet that has not started, and the server exits.
        registration.setLoadOnStartup(1);
        registration.addMapping(path);
    }
}
