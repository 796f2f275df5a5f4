package io.millrace.schedule;

import io.millrace.Ids;
import io.millrace.Refusal;
import io.millrace.correlation.EventVariables;
import io.millrace.outbox.Failure;
import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import io.millrace.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts what a schedule is due for, once; its tenant must be bound. */
@ApplicationScoped
public class StartScheduled {

    private static final Logger log = LoggerFactory.getLogger(StartScheduled.class);

    @Inject
    Schedules schedules;

    @Inject
    DueSchedules dueSchedules;

    @Inject
    ScheduledProcesses processes;

    @Inject
    Tenants tenants;

    @Inject
    Clock clock;

    /**
     * The start and the next due time commit together, so each due time is served once, whoever else tries. A tenant whose
     * people may not come in has nothing started: its due times pass.
     */
    @Transactional
    public boolean start(UUID scheduleId) {
        Instant now = clock.instant();
        if (!dueSchedules.claim(scheduleId, now)) return false;
        Schedule schedule = schedules.require(scheduleId);
        if (!isTenantOpen()) {
            schedule.passedOver(now);
            dueSchedules.due(schedule);
            return false;
        }
        String subject = schedule.subject() == null ? Ids.next().toString() : schedule.subject();
        processes.start(schedule.process(), subject, EventVariables.all(schedule.variables()));
        schedule.started(now);
        dueSchedules.due(schedule);
        log.info(
                "process started schedule={} process={} next={}", scheduleId, schedule.process(), schedule.nextDueAt());
        return true;
    }

    private boolean isTenantOpen() {
        return tenants.find(TenantScope.current()).filter(Tenant::isOpen).isPresent();
    }

    /** After the other has rolled back: says why in the schedule, and when it is tried again. */
    @Transactional
    public void failed(UUID scheduleId, Throwable thrown) {
        Instant now = clock.instant();
        if (!dueSchedules.claim(scheduleId, now)) return; // somebody else was luckier, or it is gone
        Schedule schedule = schedules.require(scheduleId);
        String why = thrown instanceof Refusal refusal
                ? refusal.detail()
                : Failure.of(thrown).reason();
        schedule.failed(why, now);
        dueSchedules.due(schedule);
        log.warn(
                "process not started schedule={} process={} again_at={} reason={}",
                scheduleId,
                schedule.process(),
                schedule.nextDueAt(),
                why);
    }
}
