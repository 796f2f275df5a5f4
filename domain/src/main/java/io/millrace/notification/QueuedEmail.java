package io.millrace.notification;

import io.millrace.identity.Membership;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A mail that waits, with its recipient as of now.
 *
 * @param model what the template's placeholders become
 */
public record QueuedEmail(UUID id, String template, Map<String, String> model, Membership recipient) {

    /** @throws NullPointerException when its source has not put it in */
    String of(String key) {
        return Objects.requireNonNull(model.get(key), key);
    }
}
