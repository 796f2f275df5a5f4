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
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile Runnable first = () -> {};
    private volatile Runnable atItsEnd = () -> {};

    /** @param trouble happens before the bell is rung */
    void first(Runnable trouble) {
        this.first = trouble;
    }

    /** @param trouble happens when it hears that a delivery was given up */
    void atItsEnd(Runnable trouble) {
        this.atItsEnd = trouble;
    }

    List<String> rung() {
        return rung;
    }

    /** What it heard about its deliveries. */
    List<String> told() {
        return told;
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
    public boolean on(Event event, UUID deliveryId) {
        first.run();
        rung.add(event.subject() + " " + TenantScope.current().equals(event.tenantId()) + " " + Trace.current());
        return true;
    }

    @Override
    public void onGivenUp(Event event, String reason) {
        atItsEnd.run();
        told.add(event.subject() + " given up: " + reason);
    }

    @Override
    public void onRetried(Event event) {
        told.add(event.subject() + " retried");
    }
}
