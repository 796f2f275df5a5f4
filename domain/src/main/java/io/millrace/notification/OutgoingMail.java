package io.millrace.notification;

import java.util.UUID;

/**
 * A mail as it goes out.
 *
 * @param id becomes the Message-ID, so that a mail sent twice can be folded into one
 */
public record OutgoingMail(UUID id, String name, String address, String subject, String text, String html) {}
