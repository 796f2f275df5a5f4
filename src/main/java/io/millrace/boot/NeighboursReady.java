package io.millrace.boot;

import io.millrace.jobs.wake.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether other nodes are heard. Up even if not: what they make is then found by looking, only later. */
@Readiness
@ApplicationScoped
public class NeighboursReady implements HealthCheck {

    @Inject
    Neighbours neighbours;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("neighbours")
                .up()
                .withData("heard", neighbours.isHeard())
                .build();
    }
}
