package io.millrace.outbox;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The event that led to the work at hand, carried from thread to outbox and process like the {@link Trace}.
 *
 * @param hops how many events led to it, each by way of the one before, since a person, a timer or a schedule did
 *     something
 */
public record Cause(UUID eventId, int hops) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f-]{36}) (\\d{1,9})");
    private static final ThreadLocal<@Nullable Cause> CURRENT = new ThreadLocal<>();

    public static Cause of(Event event) {
        return new Cause(event.id(), event.hops());
    }

    /** Null when no event did. */
    public static @Nullable Cause current() {
        return CURRENT.get();
    }

    public static void set(@Nullable Cause cause) {
        if (cause == null) CURRENT.remove();
        else CURRENT.set(cause);
    }

    /** As one text, for {@link #read}. */
    public String written() {
        return eventId + " " + hops;
    }

    /** Empty when it is none. */
    public static Optional<Cause> read(@Nullable Object written) {
        if (!(written instanceof String text)) return Optional.empty();
        Matcher parts = WRITTEN.matcher(text);
        return parts.matches()
                ? Optional.of(new Cause(UUID.fromString(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }
}
