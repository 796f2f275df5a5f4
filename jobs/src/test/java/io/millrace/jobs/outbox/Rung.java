package io.millrace.jobs.outbox;

import io.millrace.outbox.DomainEvent;

/** A fact that has an effect. */
public record Rung(String subject) implements DomainEvent {

    @Override
    public String type() {
        return "test.rung";
    }
}
