package io.millrace.workflows.engine;

import io.millrace.DatabaseAway;
import io.millrace.NotYet;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a job that failed: one that only came too early, or while the database went away, waits, and that is no
 * failed attempt. Nor is a lost race.
 */
final class PutOff extends DefaultJobRetryCmd {

    private static final Logger log = LoggerFactory.getLogger(PutOff.class);
    private static final Duration UNTIL_IT_IS_BACK = Duration.ofSeconds(1);
    // Deeper than any real chain of causes; stops at one that goes in a circle.
    private static final int DEEPEST = 20;

    private PutOff(String jobId, Throwable thrown) {
        super(jobId, thrown);
    }

    static FailedJobCommandFactory factory() {
        return PutOff::new;
    }

    @Override
    public Object execute(CommandContext commands) {
        Optional<NotYet> reason =
                Refusals.in(exception).filter(NotYet.class::isInstance).map(NotYet.class::cast);
        JobEntity job = getJob();
        if (job == null) return super.execute(commands);
        if (reason.isPresent())
            return putOff(job, reason.get().again(jobId), reason.get().code());
        if (!DatabaseAway.isBehind(exception)) return super.execute(commands);
        return putOff(job, ClockUtil.getCurrentTime().toInstant().plus(UNTIL_IT_IS_BACK), "the database was away");
    }

    private JobEntity putOff(JobEntity job, Instant until, String reason) {
        job.setDuedate(Date.from(until));
        job.unlock();
        log.info("step waits job={} until={} reason={}", jobId, until, reason);
        return job;
    }

    /** The engine looks for an exception of its own, which comes wrapped here. */
    @Override
    protected boolean shouldDecrementRetriesFor(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .noneMatch(cause ->
                        cause instanceof OptimisticLockingException || cause instanceof OptimisticLockException);
    }
}
