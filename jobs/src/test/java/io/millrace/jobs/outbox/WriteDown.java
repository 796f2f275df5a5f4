package io.millrace.jobs.outbox;

import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.outbox.Event;
import io.millrace.outbox.InsideSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;

/** Leaves a row per event, and does before the end whatever the test wants it to. */
@ApplicationScoped
public class WriteDown implements InsideSubscriber {

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    private volatile Consumer<Counted> then = fact -> {};

    void then(Consumer<Counted> trouble) {
        this.then = trouble;
    }

    @Override
    public String name() {
        return "WriteDown";
    }

    @Override
    public Set<String> types() {
        return Set.of("test.counted");
    }

    @Override
    public void on(Event event) {
        Counted fact = event.as(Counted.class);
        audit.record(new AuditEntry(clock.instant(), "test.counted", "event", event.id(), null)
                .saying(fact.subject() + " " + fact.number()));
        then.accept(fact);
    }
}
