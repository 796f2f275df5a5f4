package io.millrace.workflows.engine;

import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;

/** Hears of each process instance that begins to wait for a message. */
public interface Waiting {

    /** At the end of the engine's command, inside its transaction; what it waits for may be handed to it at once. */
    void began(EventSubscriptionEntity wait);
}
