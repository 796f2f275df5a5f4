package io.millrace.schedule;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A process is not started by this schedule any more; what it has started goes on. */
public record ScheduleDeleted(UUID scheduleId, String process, UUID deletedBy) implements DomainEvent {

    @Override
    public String subject() {
        return scheduleId.toString();
    }
}
