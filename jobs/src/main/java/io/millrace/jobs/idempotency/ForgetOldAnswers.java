package io.millrace.jobs.idempotency;

import org.jobrunr.jobs.lambdas.JobRequest;

/** The caretaker's round: answers to marked requests are kept for a day, then forgotten. */
public record ForgetOldAnswers() implements JobRequest {

    @Override
    public Class<ForgetOldAnswersHandler> getJobRequestHandler() {
        return ForgetOldAnswersHandler.class;
    }
}
