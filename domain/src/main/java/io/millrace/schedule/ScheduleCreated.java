package io.millrace.schedule;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** A process is started by the clock from now on. */
public record ScheduleCreated(UUID scheduleId, String process, UUID createdBy) implements DomainEvent {

    @Override
    public String subject() {
        return scheduleId.toString();
    }
}
