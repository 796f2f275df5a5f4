package io.millrace.workflows.engine;

import io.millrace.NotYet;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a job that failed: one that only came too early waits, and that is no failed attempt. */
final class PutOff extends DefaultJobRetryCmd {

    private static final Logger log = LoggerFactory.getLogger(PutOff.class);

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
        if (reason.isEmpty() || job == null) return super.execute(commands);
        Instant again = reason.get().again(jobId);
        job.setDuedate(Date.from(again));
        job.unlock();
        log.info(
                "step waits job={} until={} reason={}",
                jobId,
                again,
                reason.get().code());
        return job;
    }
}
