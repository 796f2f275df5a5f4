package io.millrace.jobs.outbox;

/**
 * An attempt at an effect failed and another may help. Carries the sanitised reason alone: the job server
 * keeps what it is thrown, stack trace and messages included, for its dashboard.
 */
class EffectFailed extends RuntimeException {

    EffectFailed(String reason) {
        super(reason, null, false, false);
    }
}
