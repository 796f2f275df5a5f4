package io.millrace.outbox;

import io.millrace.TextRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** States a fact of the bound tenant's own. */
@ApplicationScoped
public class StateEvent {

    public static final int SUBJECT_MAX_LENGTH = 255;

    @Inject
    Outbox outbox;

    /**
     * @param data names with texts, numbers, booleans, moments, and lists and maps of those
     * @throws EventRefused when the type is the platform's, or something is in it that no event carries
     */
    @Transactional
    public void state(String type, String subject, Map<String, ? extends @Nullable Object> data) {
        EventTypes.flaw(type).ifPresent(flaw -> {
            throw new EventRefused("type", flaw);
        });
        String flaw = TextRule.flaw(subject, 1, SUBJECT_MAX_LENGTH, false);
        if (flaw != null) throw new EventRefused("subject", flaw);
        outbox.add(new TenantEvent(type, subject, EventData.json(data)));
    }
}
