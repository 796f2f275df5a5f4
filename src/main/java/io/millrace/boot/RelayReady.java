package io.millrace.boot;

import io.millrace.jobs.outbox.Relay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while all threads of the relay live. */
@Readiness
@ApplicationScoped
public class RelayReady implements HealthCheck {

    @Inject
    Relay relay;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("relay").status(relay.isRunning()).build();
    }
}
