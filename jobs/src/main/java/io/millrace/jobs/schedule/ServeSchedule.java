package io.millrace.jobs.schedule;

import io.millrace.LostRace;
import io.millrace.schedule.DueSchedule;
import io.millrace.schedule.StartScheduled;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one schedule that is due, and notes a failure in a transaction of its own. */
@ApplicationScoped
class ServeSchedule {

    private static final Logger log = LoggerFactory.getLogger(ServeSchedule.class);
    private static final int RACES = 5;

    @Inject
    StartScheduled startScheduled;

    void serve(DueSchedule due) {
        TenantScope.run(due.tenantId(), () -> attempt(due));
    }

    private void attempt(DueSchedule due) {
        for (int race = 1; ; race++) {
            try {
                startScheduled.start(due.scheduleId());
                return;
            } catch (RuntimeException | Error e) {
                // Errors too: one schedule with a broken model must not take the thread away from the others.
                if (LostRace.isBehind(e) && race < RACES) continue;
                note(due, e);
                return;
            }
        }
    }

    private void note(DueSchedule due, Throwable thrown) {
        try {
            startScheduled.failed(due.scheduleId(), thrown);
        } catch (RuntimeException e) {
            // Not noted, then; it is still due and will be found again.
            log.warn("a failed start could not be noted schedule={}", due.scheduleId(), e);
        }
    }
}
