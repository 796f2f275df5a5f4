package io.millrace.schedule;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A process is started by the clock from now on. */
@Words("A process is started by the clock from now on.")
public record ScheduleCreated(
        @Words("the schedule") UUID scheduleId,
        @Words("the key of the model") String process,
        @Words("the member who made it") UUID createdBy)
        implements DomainEvent {

    @Override
    public String subject() {
        return scheduleId.toString();
    }
}
