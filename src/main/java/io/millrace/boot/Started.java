package io.millrace.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started when every part was, in its order. */
@Startup
@ApplicationScoped
public class Started implements HealthCheck {

    @Inject
    Boot boot;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("boot").status(boot.isStarted()).build();
    }
}
