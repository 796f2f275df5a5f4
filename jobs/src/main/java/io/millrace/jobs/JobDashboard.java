package io.millrace.jobs;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jobrunr.dashboard.JobRunrApiHandler;
import org.jobrunr.dashboard.JobRunrSseHandler;
import org.jobrunr.dashboard.JobRunrStaticFileHandler;
import org.jobrunr.dashboard.server.HttpExchangeHandler;
import org.jobrunr.dashboard.server.http.RedirectHttpHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the job server's dashboard to operators. The library's own web server listens on every address
 * and cannot be told otherwise, so its handlers run in one of ours, which listens on loopback by default.
 */
@ApplicationScoped
class JobDashboard {

    private static final Logger log = LoggerFactory.getLogger(JobDashboard.class);

    @Inject
    JobStore store;

    @Inject
    JobSettings settings;

    private @Nullable HttpServer http;
    private @Nullable ExecutorService threads;
    private final List<HttpExchangeHandler> handlers = new ArrayList<>();

    void start() {
        if (settings.dashboardPassword.isEmpty()) {
            log.info("job dashboard is off: millrace.dashboard.password is not set");
            return;
        }
        HttpServer server = listen();
        ClassLoader ours = Thread.currentThread().getContextClassLoader();
        ExecutorService pool = Executors.newCachedThreadPool(work -> thread(work, ours));
        server.setExecutor(pool);
        for (HttpExchangeHandler handler : List.of(
                new RedirectHttpHandler("/", "/dashboard"),
                new JobRunrStaticFileHandler(),
                new JobRunrApiHandler(store.storage(), store.json(), false),
                new JobRunrSseHandler(store.storage(), store.json()))) {
            protect(server.createContext(handler.getContextPath(), handler), settings.dashboardPassword.get());
            handlers.add(handler);
        }
        server.start();
        http = server;
        threads = pool;
        log.info("job dashboard started host={} port={}", settings.dashboardHost, settings.dashboardPort);
    }

    private HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress(settings.dashboardHost, settings.dashboardPort), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the job dashboard cannot listen on " + settings.dashboardHost + ":" + settings.dashboardPort, e);
        }
    }

    private void protect(HttpContext context, String password) {
        context.getFilters().add(new SameOriginFilter());
        context.setAuthenticator(new BasicAuthenticator("Millrace jobs") {
            @Override
            public boolean checkCredentials(String user, String given) {
                boolean known = same(user, settings.dashboardUser);
                return same(given, password) && known;
            }
        });
    }

    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static Thread thread(Runnable work, ClassLoader loader) {
        Thread thread = new Thread(work, "millrace-job-dashboard");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }

    void stop() {
        handlers.forEach(HttpExchangeHandler::close);
        handlers.clear();
        if (http != null) http.stop(0);
        if (threads != null) threads.shutdownNow();
        http = null;
        threads = null;
    }
}
