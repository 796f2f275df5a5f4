package io.millrace.workflows.engine;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.Outbox;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A delegate of the tests: writes a row of the bound tenant, and fails afterwards if the process says so. */
@Named
@ApplicationScoped
public class RecordTenant implements JavaDelegate {

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** So that the test sees with which trace it was reached. */
    public record TestStepReached(String subject) implements DomainEvent {}

    @Override
    public void execute(DelegateExecution process) {
        UUID tenant = TenantScope.current();
        UUID subject = UUID.fromString(process.getProcessBusinessKey());
        audit.record(new AuditEntry(clock.instant(), "test.step_reached", "test", subject, null)
                .saying(tenant + " " + process.getCurrentActivityId()));
        outbox.add(new TestStepReached(subject.toString()));
        if (Boolean.TRUE.equals(process.getVariable("fails"))) throw new IllegalStateException("as the test asked");
    }
}
