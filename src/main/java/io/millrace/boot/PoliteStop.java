package io.millrace.boot;

import io.millrace.jobs.JobServer;
import io.millrace.jobs.outbox.Relay;
import io.millrace.workflows.engine.Engine;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when the node is told to end (SIGTERM, Ctrl-C): it takes nothing new, and what it holds comes to its
 * end within the grace time. Only then is the server told, which stops the application under whatever still runs. A
 * shutdown hook would be too late: hooks run all at once, and the server's is one of them.
 */
@ApplicationScoped
public class PoliteStop {

    private static final Logger log = LoggerFactory.getLogger(PoliteStop.class);

    @Inject
    Door door;

    @Inject
    HttpListeners httpListeners;

    @Inject
    Relay relay;

    @Inject
    JobServer jobServer;

    @Inject
    Engine engine;

    @Inject
    @ConfigProperty(name = "millrace.stop.grace", defaultValue = "PT3S")
    Duration grace;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    ManagedThreadFactory threads;

    private @Nullable TermSignal signal;

    void listen() {
        signal = TermSignal.listen(() -> threads.newThread(this::stop).start());
    }

    /** The application goes another way. */
    void forget() {
        if (signal != null) signal.forget();
        signal = null;
    }

    private void stop() {
        TermSignal told = signal;
        log.info("told to stop grace={}", grace);
        door.shut();
        ExecutorService helpers = Executors.newCachedThreadPool(threads);
        CompletableFuture<?> quiet = CompletableFuture.allOf(
                CompletableFuture.runAsync(relay::stop, helpers),
                CompletableFuture.runAsync(jobServer::stop, helpers),
                CompletableFuture.runAsync(engine::takeNoMoreJobs, helpers),
                CompletableFuture.runAsync(this::awaitRequests, helpers));
        try {
            quiet.get(grace.toMillis(), TimeUnit.MILLISECONDS);
            log.info("what was under way has come to its end");
        } catch (TimeoutException e) {
            log.warn("something is still under way after the grace time and is cut off; it is done again");
        } catch (ExecutionException e) {
            log.warn("could not stop politely", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            helpers.shutdownNow();
            httpListeners.close();
            if (told != null) told.passOn();
        }
    }

    private void awaitRequests() {
        try {
            int left = door.awaitEmpty(grace);
            if (left > 0) log.warn("requests are cut off count={}", left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
