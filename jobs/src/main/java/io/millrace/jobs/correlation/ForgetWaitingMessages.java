package io.millrace.jobs.correlation;

import org.jobrunr.jobs.lambdas.JobRequest;

/** The caretaker's round: an event waits for a process as long as its models say, then it is reported and forgotten. */
public record ForgetWaitingMessages() implements JobRequest {

    @Override
    public Class<ForgetWaitingMessagesHandler> getJobRequestHandler() {
        return ForgetWaitingMessagesHandler.class;
    }
}
