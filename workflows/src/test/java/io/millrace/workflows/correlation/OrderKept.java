package io.millrace.workflows.correlation;

import io.millrace.outbox.DomainEvent;

/** A fact that a shared model of the tests waits for. */
public record OrderKept(String subject) implements DomainEvent {}
