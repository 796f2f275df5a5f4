package io.millrace.workflows.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;

/**
 * Notices each message that an instance begins or ceases to wait for: at catch events, receive tasks, gateways,
 * boundaries and event sub-processes alike, all of which come through here.
 */
public final class WatchedWaits extends EventSubscriptionManager {

    /** Takes the place of the engine's own. */
    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return EventSubscriptionManager.class;
            }

            @Override
            public Session openSession() {
                return new WatchedWaits();
            }
        };
    }

    @Override
    public void insert(EventSubscriptionEntity subscription) {
        super.insert(subscription);
        // Without an execution it is a start event, which is there as long as its model.
        boolean isWait =
                subscription.getExecutionId() != null && subscription.isSubscriptionForEventType(EventType.MESSAGE);
        if (isWait) commands().waits().add(subscription);
    }

    @Override
    public void deleteEventSubscription(EventSubscriptionEntity subscription) {
        commands().waits().remove(subscription);
        super.deleteEventSubscription(subscription);
    }

    private static WatchfulCommand commands() {
        return (WatchfulCommand) Context.getCommandContext();
    }
}
