package io.millrace.boot;

import io.millrace.jobs.JobServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the job server runs, which it does not after an outage until its watchdog saw that. */
@Readiness
@ApplicationScoped
public class JobServerReady implements HealthCheck {

    @Inject
    JobServer jobServer;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("job-server")
                .status(jobServer.isRunning())
                .build();
    }
}
