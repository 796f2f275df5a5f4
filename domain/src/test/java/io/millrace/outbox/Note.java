package io.millrace.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Waits inside for what happened; the tests of the queue make its deliveries by hand. */
@ApplicationScoped
class Note implements InsideSubscriber {

    @Override
    public String name() {
        return "Note";
    }

    @Override
    public Set<String> types() {
        return Set.of("test.happened");
    }

    @Override
    public void on(Event event) {
        throw new AssertionError("nothing is delivered here");
    }
}
