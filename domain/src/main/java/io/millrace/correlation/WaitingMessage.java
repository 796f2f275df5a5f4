package io.millrace.correlation;

import java.util.UUID;

/** An event that waits for somebody to come by. */
public record WaitingMessage(UUID eventId, String data, int hops) {}
