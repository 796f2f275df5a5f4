package io.millrace.jobs.outbox;

import org.jobrunr.JobRunrException;

/**
 * An attempt at an effect failed. Carries the sanitised reason alone: the job server keeps what it is thrown,
 * stack trace and messages included, for its dashboard. Our own log has said what there is to say when it is
 * thrown.
 */
public class EffectFailed extends JobRunrException {

    /** @param last whether the job server must not try again */
    EffectFailed(String reason, boolean last) {
        super(reason, last);
    }
}
