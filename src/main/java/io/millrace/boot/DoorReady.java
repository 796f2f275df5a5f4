package io.millrace.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready until the node is told to stop: from then on others must be asked. */
@Readiness
@ApplicationScoped
public class DoorReady implements HealthCheck {

    @Inject
    Door door;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("door").status(!door.isShut()).build();
    }
}
