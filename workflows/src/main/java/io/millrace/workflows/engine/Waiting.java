package io.millrace.workflows.engine;

import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;

/** Hears of each process instance that begins to wait for a message. */
public interface Waiting {

    /**
     * At the end of the engine's command, inside its transaction.
     *
     * @return how to hand over what has been waiting for it, at once; empty when nothing has
     */
    Optional<Consumer<EventSubscriptionEntity>> began(EventSubscriptionEntity wait);
}
