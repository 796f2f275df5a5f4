package io.millrace.workflows.engine;

import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;

/**
 * Takes jobs, and never sleeps through a wake-up: the vendor's loses one that arrives between looking for
 * jobs and lying down. After an outage it first gives back what this node had taken before.
 */
final class WakefulAcquisition extends SequentialJobAcquisitionRunnable {

    private final NodeJobExecutor node;
    private boolean isPending;

    WakefulAcquisition(NodeJobExecutor node) {
        super(node);
        this.node = node;
    }

    @Override
    protected AcquiredJobs acquireJobs(
            JobAcquisitionContext context, JobAcquisitionStrategy strategy, ProcessEngineImpl engine) {
        try {
            node.giveBackWhatWasLeft();
            return super.acquireJobs(context, strategy, engine);
        } catch (RuntimeException e) {
            node.leavesSome(); // what was just being taken may be ours, and nobody knows of it
            throw e;
        }
    }

    @Override
    public void jobWasAdded() {
        synchronized (MONITOR) {
            isPending = true;
            isJobAdded = true;
            MONITOR.notifyAll();
        }
    }

    @Override
    public void stop() {
        synchronized (MONITOR) {
            isInterrupted = true;
            MONITOR.notifyAll();
        }
    }

    @Override
    protected void suspendAcquisition(long millis) {
        synchronized (MONITOR) {
            long end = System.nanoTime() + millis * 1_000_000;
            long left = millis;
            while (left > 0 && !isPending && !isInterrupted) {
                waitFor(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
            isPending = false;
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the caller loops, holding the monitor
    private void waitFor(long millis) {
        try {
            MONITOR.wait(millis);
        } catch (InterruptedException e) {
            isInterrupted = true;
            Thread.currentThread().interrupt();
        }
    }
}
