package io.millrace.jobs.outbox;

import org.jobrunr.JobRunrException;

/**
 * An effect was given up. Carries the sanitised reason alone: the job server keeps what it is thrown,
 * stack trace and messages included, for its dashboard. Our own log has said what there is to say when it is
 * thrown.
 */
public class EffectFailed extends JobRunrException {

    /** The job server must not try again. */
    EffectFailed(String reason) {
        super(reason, true);
    }
}
