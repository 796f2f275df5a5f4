package io.millrace.jobs.outbox;

import io.millrace.outbox.DomainEvent;

/** The facts of a test: number one, two, three of a subject. */
public record Counted(String subject, int number) implements DomainEvent {

    @Override
    public String type() {
        return "test.counted";
    }
}
