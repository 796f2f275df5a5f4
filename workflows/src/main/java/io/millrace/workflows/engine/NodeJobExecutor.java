package io.millrace.workflows.engine;

import io.millrace.wake.Alarm;
import io.millrace.wake.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
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
    private final Consumer<String> giveBack;
    private final AtomicBoolean leftSome = new AtomicBoolean();
    private volatile boolean stopping;
    private final Runnable wake = super::jobWasAdded;
    private final LongAdder taken = new LongAdder();
    private final LongAdder lost = new LongAdder();

    /**
     * @param lock how long a job stays with a node of which nobody hears any more
     * @param giveBack sets free whatever is locked under this name
     */
    NodeJobExecutor(ThreadFactory threads, int workers, Alarm alarm, Duration lock, Consumer<String> giveBack) {
        this.alarm = alarm;
        this.threads = threads;
        this.workers = workers;
        this.giveBack = giveBack;
        name = "millrace-jobs-of-the-engine";
        maxJobsPerAcquisition = workers * 2;
        // Sleeps are cut short by every job that this node adds; the longest bounds how late a timer fires.
        waitTimeInMillis = 100;
        maxWait = 2_000;
        lockTimeInMillis = Math.toIntExact(lock.toMillis());
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

    /** Not while it stops: what is taken but not begun, and the next step of what is being done, are given back then. */
    @Override
    public boolean isActive() {
        return super.isActive() && !stopping;
    }

    /** Without workers it takes nothing, but is active: the engine tells nobody of a new job otherwise. */
    @Override
    protected void startExecutingJobs() {
        stopping = false;
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
        stopping = true;
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
        return new ExecuteTenantJobs(jobIds, engine, this::leavesSome);
    }

    /** The database went away, so some jobs may be locked that nobody here works at any more. */
    void leavesSome() {
        leftSome.set(true);
    }

    /** Those that somebody still works at are tried again should another node be quicker. */
    void giveBackWhatWasLeft() {
        if (!leftSome.get()) return;
        giveBack.accept(getLockOwner());
        leftSome.set(false);
    }
}
