package io.millrace.outbox;

import java.util.Set;

/**
 * Something that wants to hear of events, an {@link InsideSubscriber} or an {@link EffectSubscriber}; found by
 * CDI, named by its class.
 */
// Not sealed, though there are two kinds only: CDI's proxies implement it too.
public interface Subscriber {

    /** The dotted types it wants. */
    Set<String> types();

    /** Stable: deliveries are stored under it. */
    String name();
}
