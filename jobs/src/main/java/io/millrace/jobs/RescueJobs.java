package io.millrace.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.ProcessingState;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.storage.BackgroundJobServerStatus;
import org.jobrunr.storage.ConcurrentJobModificationException;
import org.jobrunr.storage.Paging.AmountBasedList;
import org.jobrunr.storage.StorageProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the jobs that died with a server run again, as soon as that server counts as dead. The library does so
 * too, but only in its master, which a restarted server becomes after 20 to 25 s, and then counts the job as failed
 * and waits for two more polls: 40 s in all.
 */
final class RescueJobs {

    private static final Logger log = LoggerFactory.getLogger(RescueJobs.class);
    /** A server that missed so many heartbeats, one per poll, is dead; the library's own measure. */
    private static final int HEARTBEATS = 4;

    private static final int BATCH = 200;

    private final StorageProvider storage;
    private final UUID self;
    private final Duration patience;
    private final Clock clock;

    RescueJobs(StorageProvider storage, UUID self, Duration pollInterval, Clock clock) {
        this.storage = storage;
        this.self = self;
        this.patience = pollInterval.multipliedBy(HEARTBEATS);
        this.clock = clock;
    }

    /** @return how many there were */
    int rescue() {
        Instant silentSince = clock.instant().minus(patience);
        List<BackgroundJobServerStatus> servers = storage.getBackgroundJobServers();
        buryTheDead(servers, silentSince);
        Set<UUID> alive = servers.stream()
                .filter(server -> server.getLastHeartbeat().isAfter(silentSince))
                .map(BackgroundJobServerStatus::getId)
                .collect(Collectors.toSet());
        alive.add(self);
        List<Job> orphans =
                storage.getJobList(StateName.PROCESSING, silentSince, AmountBasedList.ascOnUpdatedAt(BATCH)).stream()
                        .filter(job -> !alive.contains(serverOf(job)))
                        .toList();
        orphans.forEach(this::runAgain);
        if (!orphans.isEmpty()) log.info("jobs of a dead server run again jobs={}", orphans.size());
        return orphans.size();
    }

    /** Or the longest dead would be the master still. Never itself, though it may have been suspended for long. */
    private void buryTheDead(List<BackgroundJobServerStatus> servers, Instant silentSince) {
        Instant limit = servers.stream()
                .filter(server -> server.getId().equals(self))
                .map(own -> own.getLastHeartbeat().minusMillis(1))
                .filter(own -> own.isBefore(silentSince))
                .findFirst()
                .orElse(silentSince);
        if (servers.stream().anyMatch(server -> server.getLastHeartbeat().isBefore(limit))) {
            storage.removeTimedOutBackgroundJobServers(limit);
        }
    }

    private static UUID serverOf(Job job) {
        ProcessingState processing = job.getJobState();
        return processing.getServerId();
    }

    private void runAgain(Job job) {
        try {
            // From PROCESSING the library allows no other way back.
            job.failed("its server died", new IllegalStateException("its server died"));
            job.enqueue();
            storage.save(job);
        } catch (ConcurrentJobModificationException e) {
            log.debug("somebody else was quicker job={}", job.getId(), e);
        }
    }
}
