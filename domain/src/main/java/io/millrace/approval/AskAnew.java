package io.millrace.approval;

import io.millrace.identity.MemberChanged;
import io.millrace.outbox.DomainEvent;
import io.millrace.outbox.EffectSubscriber;
import io.millrace.outbox.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks somebody else at every open gate whose last decider has left, and at every gate that had nobody, or was passed
 * on, as soon as somebody joins who comes first, or whoever had claimed its task gives it back. A job, with a
 * transaction for each request: thousands may wait, and in one transaction the whole tenant would wait with them. Each
 * looks at who is there now, so doing it twice is harmless.
 */
@ApplicationScoped
public class AskAnew implements EffectSubscriber {

    private static final String RELEASED = DomainEvent.typeOf(ApprovalGateReleased.class);

    @Inject
    AskOthers askOthers;

    @Override
    public String name() {
        return "AskAnew";
    }

    @Override
    public Set<String> types() {
        return Set.of(DomainEvent.typeOf(MemberChanged.class), RELEASED);
    }

    /** One that fails stops no other; those that failed are found again at the next attempt. */
    @Override
    public boolean on(Event event, UUID deliveryId) {
        if (event.type().equals(RELEASED)) {
            askOthers.askAnew(event.as(ApprovalGateReleased.class).approvalId(), null);
            return true;
        }
        UUID by = event.as(MemberChanged.class).changedBy();
        RuntimeException failure = null;
        for (UUID id : askOthers.perhaps()) {
            failure = askAnew(id, by, failure);
        }
        if (failure != null) throw failure;
        return true;
    }

    private @Nullable RuntimeException askAnew(UUID id, @Nullable UUID by, @Nullable RuntimeException before) {
        try {
            askOthers.askAnew(id, by);
            return before;
        } catch (RuntimeException e) {
            if (before != null) e.addSuppressed(before);
            return e;
        }
    }
}
