package io.millrace.notification;

import io.millrace.identity.Membership;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that waits, with its recipient as of now.
 *
 * @param model what the template's placeholders become
 * @param member whom it goes to; null when it goes to an address
 */
public record QueuedEmail(
        UUID id,
        String template,
        Map<String, String> model,
        @Nullable Membership member) {

    /** In the model of one that goes to nobody known: the address. */
    static final String ADDRESS = "address";

    /** Of one that goes to a member. */
    public Membership recipient() {
        return Objects.requireNonNull(member, "the mail goes to no member");
    }

    /** What the recipient is called; null when nobody knows. */
    public @Nullable String name() {
        return member == null ? null : member.person().name();
    }

    /** As of now. */
    public String address() {
        return member == null ? of(ADDRESS) : member.person().email();
    }

    /** @throws NullPointerException when its source has not put it in */
    String of(String key) {
        return Objects.requireNonNull(model.get(key), key);
    }
}
