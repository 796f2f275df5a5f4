package io.millrace.schedule;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.identity.Authorizer;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Has a schedule start nothing any more; what it has started goes on. */
@ApplicationScoped
public class DeleteSchedule {

    @Inject
    Schedules schedules;

    @Inject
    DueSchedules dueSchedules;

    @Inject
    Authorizer authorizer;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** @throws io.millrace.NotFound when the tenant has no such schedule */
    @Transactional
    public void delete(UUID id) {
        Member by = authorizer.require(Permission.PROCESS_DEPLOY);
        dueSchedules.await(id); // in the order in which a start takes its locks
        Schedule schedule = schedules.requireLocked(id);
        schedules.remove(schedule);
        audit.record(new AuditEntry(clock.instant(), "schedule.deleted", "schedule", id, by.id())
                .moved(schedule.process(), null));
        outbox.add(new ScheduleDeleted(id, schedule.process(), by.id()));
    }
}
