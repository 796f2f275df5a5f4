package io.millrace.boot;

import io.millrace.jobs.Caretakers;
import io.millrace.jobs.JobRunrSchemaMigration;
import io.millrace.jobs.JobServer;
import io.millrace.jobs.outbox.Relay;
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
    DemoData demoData;

    @Inject
    @ConfigProperty(name = "millrace.demo")
    boolean demo;

    void start(@Observes Startup event) {
        LogContext.install();
        httpListeners.teach();
        schemas.migrateMillrace();
        schemas.migrate("camunda", new EngineSchemaMigration());
        schemas.migrate("jobrunr", new JobRunrSchemaMigration());
        applicationLogin.requireHarmless();
        engine.start();
        jobServer.start();
        caretakers.schedule();
        relay.start();
        if (demo) demoData.load();
        log.info("millrace started demo={}", demo);
    }

    /** Here and not in a bean's own end, which comes after the pools are gone. */
    void stop(@Observes Shutdown event) {
        relay.stop();
        jobServer.stop();
        engine.stop();
        log.info("millrace stopped");
        LogContext.remove();
    }
}
