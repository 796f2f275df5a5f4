package io.millrace.jobs;

import io.millrace.wake.Alarm;
import io.millrace.wake.Sleeper;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobBuilder;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.storage.ConcurrentJobModificationException;
import org.jobrunr.storage.JobNotFoundException;
import org.jobrunr.storage.StorageException;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.StorageProviderUtils.DatabaseOptions;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;
import org.jspecify.annotations.Nullable;

/** The job server's rows: puts jobs in and finds them; usable from the migration on, server or not. */
@ApplicationScoped
public class JobStore {

    static final String TABLE_PREFIX = "jobrunr.";

    @Inject
    @JobsDatabase
    DataSource database;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    Alarm alarm;

    private final JsonMapper json = new JacksonJsonMapper(false);
    private @Nullable StorageProvider storage;

    /** Puts jobs in; those whose id is known already are left as they are. */
    public void enqueue(List<JobBuilder> jobs) {
        requireNoTransaction();
        try {
            scheduler().create(jobs.stream());
        } catch (StorageException e) {
            // One of them is known, and a batch says so for all. Singly, a known one is a no-op.
            jobs.forEach(scheduler()::create);
        }
        alarm.ring(Sleeper.JOBS);
    }

    /**
     * Comes back by the clock; the same id again changes the schedule.
     *
     * @param cron in UTC
     */
    void recur(String id, String cron, JobRequest job) {
        requireNoTransaction();
        scheduler().scheduleRecurrently(id, cron, ZoneOffset.UTC, job);
    }

    public Optional<Job> find(UUID id) {
        try {
            return Optional.of(storage().getJobById(id));
        } catch (JobNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Lets a job that failed or was deleted run again, unless somebody else just did. */
    public void requeue(Job job) {
        requireNoTransaction();
        try {
            job.enqueue();
            storage().save(job);
        } catch (ConcurrentJobModificationException e) {
            return; // it moves, which is all that was wanted
        }
    }

    public void delete(UUID id, String reason) {
        requireNoTransaction();
        scheduler().delete(id, reason);
    }

    /** The job server commits at once, so what it is told inside a transaction would outlive a rollback. */
    private void requireNoTransaction() {
        if (transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("jobs are never enqueued inside a business transaction");
        }
    }

    synchronized StorageProvider storage() {
        if (storage == null) {
            storage = new PostgresStorageProvider(database, TABLE_PREFIX, DatabaseOptions.SKIP_CREATE);
            storage.setJobMapper(new JobMapper(json));
        }
        return storage;
    }

    DataSource database() {
        return database;
    }

    JsonMapper json() {
        return json;
    }

    private JobRequestScheduler scheduler() {
        return new JobRequestScheduler(storage());
    }
}
