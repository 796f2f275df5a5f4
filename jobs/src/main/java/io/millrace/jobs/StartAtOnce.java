package io.millrace.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobrunr.jobs.Job;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.configuration.BackgroundJobServerWorkerPolicy;
import org.jobrunr.server.strategy.BasicWorkDistributionStrategy;
import org.jobrunr.server.strategy.WorkDistributionStrategy;
import org.jobrunr.server.threadpool.JobRunrExecutor;
import org.jobrunr.server.threadpool.PlatformThreadPoolJobRunrExecutor;
import org.jobrunr.storage.Paging.AmountBasedList;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.ThreadSafeStorageProvider;
import org.jobrunr.storage.navigation.AmountRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a job the moment it is enqueued on this node, where the job server would wait for its next poll.
 *
 * <p>The trap: a job that is claimed and then waits for a free worker gets no heartbeat, and after a while
 * another server takes it for orphaned and runs it too. So every claim, the job server's own included,
 * passes the gate here, which gives out no more than there are free workers: it counts what was claimed,
 * and the executor counts back as each job ends. All of it is public in the library but nowhere
 * promised, so it stays in this one class.
 */
final class StartAtOnce {

    private static final Logger log = LoggerFactory.getLogger(StartAtOnce.class);

    private final int workers;
    private final Bell bell = new Bell();
    private final ThreadLocal<@Nullable Boolean> isWorker = new ThreadLocal<>();
    private volatile Slots slots = new Slots();
    private volatile boolean stopped;

    /** What one run of the executor has taken on; a restart begins anew while old jobs still end. */
    private static final class Slots {
        final AtomicInteger taken = new AtomicInteger();
        volatile boolean lastClaimWasFull;
    }

    StartAtOnce(int workers) {
        this.workers = workers;
    }

    /** There may be something to start; quick, and several calls are one. */
    void now() {
        bell.ring();
    }

    /** The storage to give to the job server. */
    StorageProvider gate(StorageProvider storage) {
        return new Gate(storage);
    }

    /** The worker policy to give to the job server. */
    BackgroundJobServerWorkerPolicy policy() {
        return new Policy();
    }

    /** Claims and starts at every ring, until stopped; runs on a thread of its own. */
    void serve(BackgroundJobServer server) {
        try {
            while (!stopped) {
                bell.await(Duration.ofHours(1));
                if (!stopped) claim(server);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void claim(BackgroundJobServer server) {
        try {
            if (!server.isRunning() || server.isNotReadyToProcessJobs()) return; // the poll will find it
            server.getStorageProvider()
                    .getJobsToProcess(server, AmountBasedList.ascOnUpdatedAt(workers))
                    .forEach(server::processJob);
        } catch (RuntimeException e) {
            log.warn("jobs could not be started at once; the next poll does it", e);
        }
    }

    void stop() {
        stopped = true;
        bell.ring();
    }

    /** Lets a claim through as far as there are free workers. */
    private final class Gate extends ThreadSafeStorageProvider {

        Gate(StorageProvider storage) {
            super(storage);
        }

        @Override
        public synchronized List<Job> getJobsToProcess(BackgroundJobServer server, AmountRequest wanted) {
            Slots current = slots;
            // A worker asks just before its own slot is counted back.
            int free = workers - current.taken.get() + (isWorker.get() == null ? 0 : 1);
            int limit = Math.min(free, wanted.getLimit());
            if (limit <= 0) {
                current.lastClaimWasFull = true;
                return List.of();
            }
            List<Job> claimed = super.getJobsToProcess(server, AmountBasedList.ascOnUpdatedAt(limit));
            current.taken.addAndGet(claimed.size());
            current.lastClaimWasFull = claimed.size() == limit;
            return claimed;
        }
    }

    /** Makes an executor that counts back. */
    private final class Policy implements BackgroundJobServerWorkerPolicy {

        @Override
        public WorkDistributionStrategy toWorkDistributionStrategy(BackgroundJobServer server) {
            return new BasicWorkDistributionStrategy(server, workers);
        }

        @Override
        public JobRunrExecutor toJobRunrExecutor() {
            Slots fresh = new Slots();
            slots = fresh;
            return new CountingExecutor(fresh);
        }
    }

    /** The library's own pool, counting. */
    private final class CountingExecutor extends PlatformThreadPoolJobRunrExecutor {

        private final Slots mine;

        CountingExecutor(Slots mine) {
            super(workers);
            this.mine = mine;
        }

        @Override
        public void execute(Runnable job) {
            super.execute(() -> {
                isWorker.set(true);
                try {
                    job.run();
                } finally {
                    isWorker.remove();
                    mine.taken.decrementAndGet();
                    if (mine.lastClaimWasFull) now();
                }
            });
        }
    }
}
