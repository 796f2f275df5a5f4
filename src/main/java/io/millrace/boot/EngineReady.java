package io.millrace.boot;

import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the process engine runs, and looks for jobs of its own. */
@Readiness
@ApplicationScoped
public class EngineReady implements HealthCheck {

    @Inject
    Engine engine;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("engine").status(engine.isRunning()).build();
    }
}
