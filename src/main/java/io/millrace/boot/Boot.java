package io.millrace.boot;

import io.millrace.jobs.Caretakers;
import io.millrace.jobs.JobRunrSchemaMigration;
import io.millrace.jobs.JobServer;
import io.millrace.jobs.outbox.Relay;
import io.millrace.jobs.schedule.ScheduleClock;
import io.millrace.jobs.wake.Neighbours;
import io.millrace.start.StartFailure;
import io.millrace.tenancy.TenantScope;
import io.millrace.workflows.engine.Engine;
import io.millrace.workflows.engine.EngineSchemaMigration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the parts in the order in which they need each other, and stops them in reverse. */
@ApplicationScoped
public class Boot {

    private static final Logger log = LoggerFactory.getLogger(Boot.class);

    @Inject
    HttpListeners httpListeners;

    @Inject
    Schemas schemas;

    @Inject
    ApplicationLogin applicationLogin;

    @Inject
    Engine engine;

    @Inject
    JobServer jobServer;

    @Inject
    Caretakers caretakers;

    @Inject
    Relay relay;

    @Inject
    ScheduleClock scheduleClock;

    @Inject
    Neighbours neighbours;

    @Inject
    WaitingWork waitingWork;

    @Inject
    NodeMetrics nodeMetrics;

    @Inject
    PoliteStop politeStop;

    @Inject
    FirstOperator firstOperator;

    @Inject
    DemoData demoData;

    @Inject
    @ConfigProperty(name = "millrace.demo")
    boolean demo;

    private volatile boolean started;

    void start(@Observes Startup event) {
        LogContext.install();
        try {
            startParts();
        } catch (RuntimeException | Error e) {
            log.error("{}{}", StartFailure.MARK, StartFailure.sentence(e));
            LogContext.remove();
            throw e;
        }
        politeStop.listen();
        started = true;
        log.info("millrace started demo={}", demo);
    }

    private void startParts() {
        applicationLogin.requireHarmless();
        httpListeners.teach();
        schemas.migrateMillrace();
        schemas.migrate("camunda", new EngineSchemaMigration());
        schemas.migrate("jobrunr", new JobRunrSchemaMigration());
        engine.start();
        jobServer.start();
        caretakers.schedule();
        relay.start();
        scheduleClock.start();
        neighbours.start();
        waitingWork.publish();
        nodeMetrics.publish();
        TenantScope.run(TenantScope.PLATFORM, () -> firstOperator.ensure(demo));
        if (demo) demoData.load();
    }

    /** Whether everything was started, in its order, and nothing has been told to stop. */
    boolean isStarted() {
        return started;
    }

    /** Here and not in a bean's own end, which comes after the pools are gone. */
    void stop(@Observes Shutdown event) {
        started = false;
        politeStop.forget();
        neighbours.stop();
        scheduleClock.stop();
        relay.stop();
        jobServer.stop();
        engine.stop();
        httpListeners.leave();
        log.info("millrace stopped");
        LogContext.remove();
    }
}
