package io.millrace.jobs.idempotency;

import io.millrace.idempotency.OnlyOnce;
import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import io.millrace.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes from tenant to tenant; each one's answers are forgotten in a transaction of its own. */
@ApplicationScoped
public class ForgetOldAnswersHandler implements JobRequestHandler<ForgetOldAnswers> {

    private static final Logger log = LoggerFactory.getLogger(ForgetOldAnswersHandler.class);

    @Inject
    Tenants tenants;

    @Inject
    OnlyOnce onlyOnce;

    @Override
    public void run(ForgetOldAnswers round) {
        for (Tenant tenant : tenants.all()) {
            int forgotten = TenantScope.<Integer>call(tenant.id(), onlyOnce::forgetOld);
            if (forgotten > 0) log.info("old answers forgotten tenant={} count={}", tenant.id(), forgotten);
        }
    }
}
