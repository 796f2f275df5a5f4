package io.millrace.jobs.outbox;

import io.millrace.outbox.SettleDelivery;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.filters.JobServerFilter;

/** Buries a delivery when its job has failed for the last time. */
@ApplicationScoped
public class GiveUpEffect implements JobServerFilter {

    @Inject
    SettleDelivery settleDelivery;

    @Override
    public void onFailedAfterRetries(Job job) {
        if (!(job.getJobDetails().getJobParameterValues()[0] instanceof DeliverEffect effect)) return;
        String reason = job.getLastJobStateOfType(org.jobrunr.jobs.states.FailedState.class)
                .map(failed -> String.valueOf(failed.getExceptionMessage()))
                .orElse("the job failed");
        TenantScope.run(effect.tenantId(), () -> settleDelivery.dead(effect.deliveryId(), reason));
    }
}
