package io.millrace.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Would send what happened into the world; the tests of the queue make its deliveries by hand. */
@ApplicationScoped
class Post implements EffectSubscriber {

    @Override
    public String name() {
        return "Post";
    }

    @Override
    public Set<String> types() {
        return Set.of("test.happened");
    }

    @Override
    public boolean on(Event event, UUID deliveryId) {
        throw new AssertionError("nothing is delivered here");
    }
}
