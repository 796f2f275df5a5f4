package io.millrace.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it goes out.
 *
 * @param id becomes the Message-ID, so that a mail sent twice can be folded into one
 * @param name what the recipient is called; empty when nobody knows
 * @param traceparent W3C trace context of the request that caused it, if there was one
 */
public record OutgoingMail(
        UUID id,
        String name,
        String address,
        String subject,
        String text,
        String html,
        @Nullable String traceparent) {}
