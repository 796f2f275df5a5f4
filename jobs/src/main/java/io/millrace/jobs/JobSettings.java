package io.millrace.jobs;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the job server and its dashboard are set. */
@Dependent
class JobSettings {

    @Inject
    @ConfigProperty(name = "millrace.jobs.workers", defaultValue = "16")
    int workers;

    /** How late scheduled jobs and retries may be; the job server refuses less than five seconds. */
    @Inject
    @ConfigProperty(name = "millrace.jobs.poll-interval", defaultValue = "PT5S")
    Duration pollInterval;

    @Inject
    @ConfigProperty(name = "millrace.jobs.watch-interval", defaultValue = "PT5S")
    Duration watchInterval;

    @Inject
    @ConfigProperty(name = "millrace.dashboard.host", defaultValue = "127.0.0.1")
    String dashboardHost;

    @Inject
    @ConfigProperty(name = "millrace.dashboard.port", defaultValue = "8000")
    int dashboardPort;

    @Inject
    @ConfigProperty(name = "millrace.dashboard.user", defaultValue = "ops")
    String dashboardUser;

    /** Without one there is no dashboard. */
    @Inject
    @ConfigProperty(name = "millrace.dashboard.password")
    Optional<String> dashboardPassword;
}
