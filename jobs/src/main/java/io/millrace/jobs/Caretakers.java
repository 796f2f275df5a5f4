package io.millrace.jobs;

import io.millrace.jobs.correlation.ForgetWaitingMessages;
import io.millrace.jobs.idempotency.ForgetOldAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The handful of jobs that come back by themselves; tenants' own schedules are something else. */
@ApplicationScoped
public class Caretakers {

    @Inject
    JobStore store;

    /** After the job server's start; every node says the same, so saying it again changes nothing. */
    public void schedule() {
        store.recur("forget-old-answers", "17 * * * *", new ForgetOldAnswers());
        store.recur("forget-waiting-messages", "*/10 * * * *", new ForgetWaitingMessages());
    }
}
