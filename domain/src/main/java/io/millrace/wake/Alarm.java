package io.millrace.wake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Wakes whoever waits for work, directly after the commit that made it. A ring that nobody hears loses nothing:
 * whoever waits also looks by itself, now and then.
 */
@ApplicationScoped
public class Alarm {

    private final Map<Sleeper, List<Runnable>> here = new EnumMap<>(Sleeper.class);
    private final List<Consumer<Sleeper>> elsewhere = new CopyOnWriteArrayList<>();

    public Alarm() {
        for (Sleeper sleeper : Sleeper.values()) {
            here.put(sleeper, new CopyOnWriteArrayList<>());
        }
    }

    /** @param wake quick, never blocking, never throwing: it runs on the committing thread */
    public void wakes(Sleeper who, Runnable wake) {
        sleepers(who).add(wake);
    }

    public void forget(Sleeper who, Runnable wake) {
        sleepers(who).remove(wake);
    }

    /** @param tell takes a ring to the other nodes; quick, never blocking, never throwing */
    public void alsoElsewhere(Consumer<Sleeper> tell) {
        elsewhere.add(tell);
    }

    public void notElsewhere(Consumer<Sleeper> tell) {
        elsewhere.remove(tell);
    }

    /** There is work that this node has committed. */
    public void ring(Sleeper who) {
        ringHere(who);
        elsewhere.forEach(tell -> tell.accept(who));
    }

    /** There may be work that another node has committed. */
    public void ringHere(Sleeper who) {
        sleepers(who).forEach(Runnable::run);
    }

    private List<Runnable> sleepers(Sleeper who) {
        return java.util.Objects.requireNonNull(here.get(who));
    }
}
