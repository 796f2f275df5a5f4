package io.millrace.schedule;

import io.millrace.Json;
import io.millrace.TextRule;
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
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has a process started again and again from now on. */
@ApplicationScoped
public class MakeSchedule {

    /** Of a tenant. */
    public static final int MOST = 500;

    @Inject
    Schedules schedules;

    @Inject
    DueSchedules dueSchedules;

    @Inject
    ScheduledProcesses processes;

    @Inject
    Authorizer authorizer;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * Either cron and time zone, or every.
     *
     * @param every ISO 8601
     * @param subject null for instances that are each about themselves
     */
    public record Wanted(
            String process,
            String name,
            @Nullable String cron,
            @Nullable String timeZone,
            @Nullable String every,
            @Nullable String subject,
            Map<String, @Nullable Object> variables) {}

    /**
     * @throws ScheduleRefused naming everything that is wrong with it
     * @throws TooManySchedules when the tenant has as many as it may have
     */
    @Transactional
    public Schedule make(Wanted wanted) {
        Member by = authorizer.require(Permission.PROCESS_DEPLOY);
        Instant now = clock.instant();
        ScheduleCheck.Checked checked = ScheduleCheck.of(wanted, processes.isStartable(wanted.process()), now);
        dueSchedules.lockCount();
        if (schedules.count() >= MOST) throw new TooManySchedules(MOST);
        Schedule schedule = new Schedule(
                wanted.process(),
                TextRule.stripped(wanted.name()),
                checked.rhythm(),
                wanted.subject(),
                Json.write(wanted.variables()),
                by.id(),
                now,
                checked.firstDue());
        schedules.add(schedule);
        dueSchedules.due(schedule);
        audit.record(new AuditEntry(now, "schedule.created", "schedule", schedule.id(), by.id())
                .moved(null, schedule.process()));
        outbox.add(new ScheduleCreated(schedule.id(), schedule.process(), by.id()));
        return schedule;
    }
}
