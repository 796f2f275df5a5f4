package io.millrace.schedule;

import java.util.UUID;

/** One that may be due: a hint, to be claimed with its tenant bound. */
public record DueSchedule(UUID tenantId, UUID scheduleId) {}
