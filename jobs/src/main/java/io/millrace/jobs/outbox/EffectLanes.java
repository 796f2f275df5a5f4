package io.millrace.jobs.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** This node's lane of each effect, and who is told when there is room in one again. */
@ApplicationScoped
public class EffectLanes {

    private final Map<String, EffectLane> lanes = new ConcurrentHashMap<>();
    private volatile Runnable roomAgain = () -> {};

    @Inject
    RelaySettings settings;

    /** @param effect its subscriber's name */
    EffectLane of(String effect) {
        return lanes.computeIfAbsent(effect, name -> new EffectLane(settings.effectsAtOnce()));
    }

    /** @param wake quick and never blocking */
    void whenThereIsRoom(Runnable wake) {
        roomAgain = wake;
    }

    void thereIsRoom() {
        roomAgain.run();
    }

    /** Whether whatever the effect talks to has not answered this node lately. */
    public boolean isAway(String effect) {
        EffectLane lane = lanes.get(effect);
        return lane != null && lane.isAway();
    }
}
