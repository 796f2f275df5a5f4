package io.millrace.process;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.identity.Authorizer;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Has the failed steps of a process instance tried once more, when their cause is gone. */
@ApplicationScoped
public class RetryInstance {

    @Inject
    ProcessInstances instances;

    @Inject
    InstanceStore store;

    @Inject
    Authorizer authorizer;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** @throws NoIncident when nothing waits for it */
    @Transactional
    public ProcessInstance retry(UUID id) {
        Member by = authorizer.require(Permission.INSTANCE_MANAGE);
        ProcessInstance instance = instances.require(id);
        if (instance.hasEnded() || store.retry(instance) == 0) throw new NoIncident();
        audit.record(new AuditEntry(clock.instant(), "process.retried", "instance", id, by.id())
                .moved("incident", "running"));
        return instances.reread(id);
    }
}
