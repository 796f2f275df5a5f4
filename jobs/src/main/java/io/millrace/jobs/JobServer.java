package io.millrace.jobs;

import io.millrace.wake.Alarm;
import io.millrace.wake.Sleeper;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs this node's job server, its watchdog and its dashboard. */
@ApplicationScoped
public class JobServer {

    private static final Logger log = LoggerFactory.getLogger(JobServer.class);

    @Resource
    ManagedThreadFactory threadFactory;

    @Inject
    JobStore store;

    @Inject
    JobSettings settings;

    @Inject
    JobDashboard dashboard;

    @Inject
    Alarm alarm;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<Object> beans;

    private @Nullable BackgroundJobServer server;
    private @Nullable JobWatchdog watchdog;
    private @Nullable StartAtOnce startAtOnce;
    private @Nullable Runnable wake;

    public synchronized void start() {
        if (server != null) return;
        if (settings.workers == 0) {
            log.info("job server takes nothing on this node");
            return;
        }
        StartAtOnce atOnce = new StartAtOnce(settings.workers);
        BackgroundJobServer fresh =
                new BackgroundJobServer(atOnce.gate(store.storage()), store.json(), cdi(), configuration(atOnce));
        fresh.start();
        RescueJobs rescue = new RescueJobs(store.storage(), fresh.getId(), settings.pollInterval, clock);
        JobWatchdog dog = new JobWatchdog(fresh, store.database(), settings.watchInterval, () -> {
            if (rescue.rescue() > 0) atOnce.now();
        });
        thread("watchdog", dog);
        thread("start-at-once", () -> atOnce.serve(fresh));
        Runnable now = atOnce::now;
        alarm.wakes(Sleeper.JOBS, now);
        wake = now;
        dashboard.start();
        server = fresh;
        watchdog = dog;
        startAtOnce = atOnce;
        log.info("job server started workers={} poll_interval={}", settings.workers, settings.pollInterval);
    }

    private void thread(String name, Runnable work) {
        Thread thread = threadFactory.newThread(work);
        thread.setName("millrace-jobs-" + name);
        thread.start();
    }

    /** Gives running jobs ten seconds; those cut short run again elsewhere or at the next start. */
    public synchronized void stop() {
        if (wake != null) alarm.forget(Sleeper.JOBS, wake);
        wake = null;
        if (watchdog != null) watchdog.stop();
        if (startAtOnce != null) startAtOnce.stop();
        dashboard.stop();
        if (server != null) server.stop();
        server = null;
        watchdog = null;
        startAtOnce = null;
    }

    public synchronized boolean isRunning() {
        return settings.workers == 0 || (server != null && server.isRunning());
    }

    private BackgroundJobServerConfiguration configuration(StartAtOnce atOnce) {
        return BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                .andBackgroundJobServerWorkerPolicy(atOnce.policy())
                .andPollInterval(settings.pollInterval);
    }

    /** Job handlers are beans. */
    private JobActivator cdi() {
        return new JobActivator() {
            @Override
            public <T> T activateJob(Class<T> type) {
                return beans.select(type).get();
            }
        };
    }
}
