package io.millrace.outbox;

import java.util.UUID;

/** The deliveries of one subject's events to one inside subscriber, which are made strictly one after another. */
public record Line(UUID tenantId, String subscriber, UUID subjectId) {}
