package io.millrace.outbox;

import java.util.UUID;

/** A delivery that is ours to make now, with the event it is about. */
public record ClaimedDelivery(UUID id, String subscriber, Event event) {}
