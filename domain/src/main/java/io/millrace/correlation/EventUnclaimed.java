package io.millrace.correlation;

import io.millrace.Words;
import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** An event waited for a process as long as the models say, and none came by. */
@Words("An event was kept for processes that might wait for it, and none did in time.")
public record EventUnclaimed(
        @Words("what it was about") String subject,
        @Words("the event") UUID eventId,
        @Words("the event's type") String eventType)
        implements DomainEvent {}
