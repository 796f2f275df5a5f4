package io.millrace.outbox;

import io.millrace.Json;
import java.util.Locale;

/** A fact that happened, as a record whose components become the event's data. */
public interface DomainEvent {

    /** What the events of one story have in common and are ordered by; usually an entity's id. */
    String subject();

    /** The public name: {@code ApprovalGateDecided} is {@code approval.gate_decided}. */
    default String type() {
        return typeOf(getClass());
    }

    /** A JSON object. */
    default String data() {
        return Json.write(this);
    }

    static String typeOf(Class<? extends DomainEvent> event) {
        String snake =
                event.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return snake.replaceFirst("_", ".");
    }
}
