package io.millrace.schedule;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A process is not started by this schedule any more; what it has started goes on. */
@Words("A process is not started by a schedule any more.")
public record ScheduleDeleted(
        @Words("the schedule") UUID scheduleId,
        @Words("the key of the model") String process,
        @Words("the member who deleted it") UUID deletedBy)
        implements DomainEvent {

    @Override
    public String subject() {
        return scheduleId.toString();
    }
}
