package io.millrace.outbox;

/** A fact for tests of the spine. */
public record Happened(String what, int number) implements DomainEvent {

    @Override
    public String subject() {
        return what;
    }

    @Override
    public String type() {
        return "test.happened";
    }
}
