package io.millrace.outbox;

import java.util.Set;

/** Something that wants to hear of events; found by CDI, named by its class. */
public sealed interface Subscriber permits InsideSubscriber, EffectSubscriber {

    /** The dotted types it wants. */
    Set<String> types();

    /** Stable: deliveries are stored under it. */
    String name();
}
