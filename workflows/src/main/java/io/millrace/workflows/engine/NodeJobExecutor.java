package io.millrace.workflows.engine;

import io.millrace.wake.Alarm;
import io.millrace.wake.Sleeper;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ThreadPoolJobExecutor;

/**
 * Runs the engine's jobs on the container's threads, so that delegates find CDI, JNDI and transactions
 * there. Tuned for many small jobs; the vendor's defaults take three at a time and sleep up to a minute.
 */
final class NodeJobExecutor extends ThreadPoolJobExecutor {

    private static final int QUEUE_PER_THREAD = 4;
    private static final long STOP_WITHIN_SECONDS = 20;

    private final ThreadFactory threads;
    private final int workers;
    private final Alarm alarm;
    private final Runnable wake = super::jobWasAdded;
    private final LongAdder taken = new LongAdder();
    private final LongAdder lost = new LongAdder();

    NodeJobExecutor(ThreadFactory threads, int workers, Alarm alarm) {
        this.alarm = alarm;
        this.threads = threads;
        this.workers = workers;
        name = "millrace-jobs-of-the-engine";
        maxJobsPerAcquisition = workers * 2;
        // Sleeps are cut short by every job that this node adds; the longest bounds how late a timer fires.
        waitTimeInMillis = 100;
        maxWait = 2_000;
        // Nodes that grab for the same jobs step back, by a random amount, instead of colliding again.
        backoffTimeInMillis = 10;
        maxBackoff = 200;
        backoffDecreaseThreshold = 20;
    }

    @Override
    public void logAcquiredJobs(ProcessEngineImpl engine, int jobs) {
        taken.add(jobs);
        super.logAcquiredJobs(engine, jobs);
    }

    @Override
    public void logAcquisitionFailureJobs(ProcessEngineImpl engine, int jobs) {
        lost.add(jobs);
        super.logAcquisitionFailureJobs(engine, jobs);
    }

    /** How many it has taken since its start, and grasped at when another node had been quicker. */
    TakenJobs takenJobs() {
        return new TakenJobs(taken.sum(), lost.sum());
    }

    /** Told after the commit of a transaction that made a job which is due. */
    @Override
    public void jobWasAdded() {
        alarm.ring(Sleeper.ENGINE);
    }

    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        acquireJobsRunnable = new WakefulAcquisition(this);
    }

    /** Without workers it takes nothing, but is active: the engine tells nobody of a new job otherwise. */
    @Override
    protected void startExecutingJobs() {
        if (workers == 0) return;
        threadPoolExecutor = new ThreadPoolExecutor(
                workers,
                workers,
                0,
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(workers * QUEUE_PER_THREAD),
                threads,
                new ThreadPoolExecutor.AbortPolicy());
        super.startExecutingJobs();
    }

    @Override
    protected void startJobAcquisitionThread() {
        if (jobAcquisitionThread != null) return;
        jobAcquisitionThread = threads.newThread(() -> NodeWork.run(acquireJobsRunnable));
        jobAcquisitionThread.start();
        alarm.wakes(Sleeper.ENGINE, wake);
    }

    /** Whether the thread that looks for them lives. */
    boolean isTakingJobs() {
        Thread looking = jobAcquisitionThread;
        return isActive() && looking != null && looking.isAlive();
    }

    @Override
    protected void stopExecutingJobs() {
        if (workers == 0) return;
        alarm.forget(Sleeper.ENGINE, wake);
        super.stopExecutingJobs();
        threadPoolExecutor.shutdown();
        try {
            if (!threadPoolExecutor.awaitTermination(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                // What is cut off here rolls back, and is taken again when its lock has expired.
                threadPoolExecutor.shutdownNow();
            }
        } catch (InterruptedException e) {
            threadPoolExecutor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        return new ExecuteTenantJobs(jobIds, engine);
    }
}
