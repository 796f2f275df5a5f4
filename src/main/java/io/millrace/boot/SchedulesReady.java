package io.millrace.boot;

import io.millrace.jobs.schedule.ScheduleClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while all threads that serve schedules live. */
@Readiness
@ApplicationScoped
public class SchedulesReady implements HealthCheck {

    @Inject
    ScheduleClock schedules;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schedules")
                .status(schedules.isRunning())
                .build();
    }
}
