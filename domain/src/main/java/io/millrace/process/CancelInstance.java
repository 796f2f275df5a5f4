package io.millrace.process;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.identity.Authorizer;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/** Ends a process instance that should not go on, and the business that it was run for. */
@ApplicationScoped
public class CancelInstance {

    @Inject
    ProcessInstances instances;

    @Inject
    InstanceStore store;

    @Inject
    @Any
    Instance<InstanceOwner> owners;

    @Inject
    Authorizer authorizer;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * @param reason kept in the audit trail and with the instance
     * @throws InstanceEnded when there is nothing left to be ended
     * @throws InstanceCalled when another one waits for it
     */
    @Transactional
    public ProcessInstance cancel(UUID id, String reason) {
        Member by = authorizer.require(Permission.INSTANCE_MANAGE);
        ProcessInstance instance = instances.require(id);
        if (instance.hasEnded()) throw new InstanceEnded();
        UUID caller = instance.calledBy();
        if (caller != null) throw new InstanceCalled(caller);
        String before = instance.state().name().toLowerCase(Locale.ROOT);
        boolean isDone = owners.stream().anyMatch(owner -> owner.cancel(instance, reason));
        if (!isDone) store.cancel(instance, reason);
        audit.record(new AuditEntry(clock.instant(), "process.cancelled", "instance", id, by.id())
                .moved(before, "cancelled")
                .saying(reason));
        outbox.add(new ProcessCancelled(id, instance.processKey(), instance.businessKey(), by.id()));
        return instances.reread(id);
    }
}
