package io.millrace.jobs.outbox;

import io.millrace.outbox.EffectSubscriber;
import io.millrace.outbox.Event;
import io.millrace.outbox.Trace;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** An effect that remembers what it did, or does what the test wants it to instead. */
@ApplicationScoped
public class RingBell implements EffectSubscriber {

    private final List<String> rung = new CopyOnWriteArrayList<>();
    private volatile Runnable first = () -> {};

    /** @param trouble happens before the bell is rung */
    void first(Runnable trouble) {
        this.first = trouble;
    }

    List<String> rung() {
        return rung;
    }

    @Override
    public String name() {
        return "RingBell";
    }

    @Override
    public Set<String> types() {
        return Set.of("test.rung");
    }

    @Override
    public void on(Event event, UUID deliveryId) {
        first.run();
        rung.add(event.subject() + " " + TenantScope.current().equals(event.tenantId()) + " " + Trace.current());
    }
}
