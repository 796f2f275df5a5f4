package io.millrace.boot;

import io.millrace.jobs.JobServer;
import io.millrace.jobs.outbox.Relay;
import io.millrace.jobs.schedule.ScheduleClock;
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
 * What happens when the node is told to end (SIGTERM, which the launcher sends at Ctrl-C too): it takes nothing new,
 * and what it holds comes to its end within the grace time. Only then is the server told, which stops the application
 * under whatever still runs. A shutdown hook would be too late: hooks run all at once, and the server's is one of them.
 */
@ApplicationScoped
public class PoliteStop {

    private static final Logger log = LoggerFactory.getLogger(PoliteStop.class);
    private static final Duration LAST_ANSWERS = Duration.ofMillis(500);

    @Inject
    Door door;

    @Inject
    HttpListeners httpListeners;

    @Inject
    Relay relay;

    @Inject
    ScheduleClock scheduleClock;

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

    /** A JVM that lets nobody hear signals still serves; it only stops less politely. */
    void listen() {
        try {
            signal = TermSignal.listen(
                    told -> threads.newThread(() -> stop(told)).start());
        } catch (ReflectiveOperationException e) {
            log.warn("signals cannot be heard here; what is under way at a stop is cut off", e);
        }
    }

    /** The application goes another way. */
    void forget() {
        if (signal != null) signal.forget();
        signal = null;
    }

    private void stop(TermSignal told) {
        // The JVM's thread for signals knows no application, and threads have the loader of whoever makes them: the
        // pool
        // could not load what it validates a new connection with.
        Thread.currentThread().setContextClassLoader(PoliteStop.class.getClassLoader());
        try {
            log.info("told to stop grace={}", grace);
            door.shut();
            Duration lastAnswers = lastAnswers();
            finishWhatIsUnderWay(grace.minus(lastAnswers));
            httpListeners.takeNoNewConnections();
            door.awaitQuiet(lastAnswers);
        } finally {
            httpListeners.close();
            told.passOn();
        }
    }

    /** Of the grace time: for those who were sent away, whose answers are short. */
    private Duration lastAnswers() {
        Duration part = grace.dividedBy(5);
        return part.compareTo(LAST_ANSWERS) < 0 ? part : LAST_ANSWERS;
    }

    private void finishWhatIsUnderWay(Duration atMost) {
        ExecutorService helpers = Executors.newCachedThreadPool(threads);
        CompletableFuture<?> quiet = CompletableFuture.allOf(
                CompletableFuture.runAsync(relay::stop, helpers),
                CompletableFuture.runAsync(scheduleClock::stop, helpers),
                CompletableFuture.runAsync(jobServer::stop, helpers),
                CompletableFuture.runAsync(engine::takeNoMoreJobs, helpers),
                CompletableFuture.runAsync(door::awaitEmpty, helpers));
        try {
            quiet.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            log.info("what was under way has come to its end");
        } catch (TimeoutException e) {
            log.warn("the grace time is over; what is still under way is cut off requests={}", door.inside());
        } catch (ExecutionException e) {
            log.warn("could not stop politely", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            helpers.shutdownNow();
        }
    }
}
