package io.millrace.workflows.schedule;

import io.millrace.NotFound;
import io.millrace.schedule.ScheduledProcesses;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Starts the version that the tenant has at that moment, its own or the shared one. */
@ApplicationScoped
public class EngineScheduledProcesses implements ScheduledProcesses {

    @Inject
    Engine engine;

    @Override
    public boolean isStartable(String key) {
        return engine.isStartable(key);
    }

    @Override
    public void start(String key, String subject, Map<String, Object> variables) {
        if (!isStartable(key)) throw new NotFound("process that starts without an event");
        engine.startProcess(key, subject, variables);
    }
}
