package io.millrace.api.identity;

import java.util.UUID;

/** A member as others mention them. */
public record MemberRef(UUID id, String name) {}
