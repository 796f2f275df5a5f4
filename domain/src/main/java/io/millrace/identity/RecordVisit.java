package io.millrace.identity;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Notes in the bound tenant's trail that an operator acts there, once for all that they do within an hour. */
@ApplicationScoped
class RecordVisit {

    private static final String ACTION = "tenant.entered";
    private static final Duration LENGTH = Duration.ofHours(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Committed before the operator sees anything. */
    @Transactional
    void of(Member operator) {
        if (isRecorded(operator)) return;
        lock(operator); // a page sends several requests at once
        if (isRecorded(operator)) return;
        audit.record(new AuditEntry(clock.instant(), ACTION, "tenant", TenantScope.current(), operator.id()));
    }

    private boolean isRecorded(Member operator) {
        return audit.hasSince(clock.instant().minus(LENGTH), ACTION, "tenant", TenantScope.current(), operator.id());
    }

    private void lock(Member operator) {
        entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) IS NULL")
                .setParameter(1, "millrace.visit " + TenantScope.current() + " " + operator.id())
                .getSingleResult();
    }
}
