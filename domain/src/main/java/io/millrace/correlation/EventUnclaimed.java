package io.millrace.correlation;

import io.millrace.outbox.DomainEvent;
import java.util.UUID;

/** An event waited for a process as long as the models say, and none came by. */
public record EventUnclaimed(String subject, UUID eventId, String eventType) implements DomainEvent {}
