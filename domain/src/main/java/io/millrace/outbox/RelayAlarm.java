package io.millrace.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes whoever waits for new deliveries on this node, directly after a commit. */
@ApplicationScoped
public class RelayAlarm {

    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();

    /** @param wake quick, never blocking, never throwing: it runs on the committing thread */
    public void wakes(Runnable wake) {
        sleepers.add(wake);
    }

    public void forget(Runnable wake) {
        sleepers.remove(wake);
    }

    public void ring() {
        sleepers.forEach(Runnable::run);
    }
}
