package io.millrace.jobs.correlation;

import io.millrace.correlation.ReportUnclaimedEvents;
import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import io.millrace.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes from tenant to tenant; each batch of a tenant's messages goes in a transaction of its own. */
@ApplicationScoped
public class ForgetWaitingMessagesHandler implements JobRequestHandler<ForgetWaitingMessages> {

    private static final Logger log = LoggerFactory.getLogger(ForgetWaitingMessagesHandler.class);

    @Inject
    Tenants tenants;

    @Inject
    ReportUnclaimedEvents reportUnclaimedEvents;

    @Override
    public void run(ForgetWaitingMessages round) {
        for (Tenant tenant : tenants.all()) {
            int forgotten = TenantScope.<Integer>call(tenant.id(), this::forgetAll);
            if (forgotten > 0) log.info("waiting messages expired tenant={} count={}", tenant.id(), forgotten);
        }
    }

    private int forgetAll() {
        int all = 0;
        int batch;
        do {
            batch = reportUnclaimedEvents.report();
            all += batch;
        } while (batch == ReportUnclaimedEvents.BATCH);
        return all;
    }
}
