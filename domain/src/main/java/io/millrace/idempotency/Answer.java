package io.millrace.idempotency;

import org.jspecify.annotations.Nullable;

/** What a successful request was answered, as it went over the wire. */
public record Answer(
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body) {}
