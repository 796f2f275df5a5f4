package io.millrace.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps {@link ProcessInstance} in step with the engine; called by it, inside its transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class InstanceProjection {

    @PersistenceContext
    EntityManager entities;

    @Inject
    @Any
    Instance<InstanceOwner> owners;

    /** What the engine knows of an instance when it makes one. */
    public record Facts(
            UUID id,
            UUID processId,
            String processKey,
            int processVersion,
            @Nullable String businessKey,
            @Nullable UUID calledBy,
            Instant startedAt) {}

    public void started(Facts facts) {
        ProcessInstance instance = new ProcessInstance(facts);
        entities.persist(instance);
        owners.forEach(owner -> owner.began(instance));
    }

    public void completed(UUID id, Instant at) {
        change(id, instance -> instance.end(ProcessInstance.State.COMPLETED, null, at));
    }

    public void cancelled(UUID id, @Nullable String reason, Instant at) {
        change(id, instance -> instance.end(ProcessInstance.State.CANCELLED, reason, at));
    }

    public void incidentCame(UUID id) {
        change(id, instance -> instance.countIncidents(1));
    }

    public void incidentWent(UUID id) {
        change(id, instance -> instance.countIncidents(-1));
    }

    /** Locked, because two branches of an instance can fail in two transactions at once. */
    private void change(UUID id, Consumer<ProcessInstance> change) {
        // So that one that this transaction began is in the database, where locks are.
        entities.flush();
        ProcessInstance instance = entities.find(ProcessInstance.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (instance != null) change.accept(instance);
    }
}
