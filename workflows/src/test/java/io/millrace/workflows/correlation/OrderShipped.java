package io.millrace.workflows.correlation;

import io.millrace.outbox.DomainEvent;

/** A fact that a shared model of the tests begins with. */
public record OrderShipped(String subject) implements DomainEvent {}
