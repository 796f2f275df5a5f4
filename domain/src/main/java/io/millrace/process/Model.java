package io.millrace.process;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One version of a process or a decision table.
 *
 * @param key what it is started, called or asked by
 * @param version counted per key, and apart for shared ones and a tenant's own
 * @param tag what its author calls the version
 * @param shared comes with the platform, and is not this tenant's own
 */
public record Model(
        UUID id,
        Kind kind,
        String key,
        @Nullable String name,
        int version,
        @Nullable String tag,
        boolean shared,
        Instant deployedAt) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** What it describes. */
    public enum Kind {
        PROCESS,
        DECISION;

        public String wireName() {
            return this == PROCESS ? "process" : "decision";
        }
    }

    /** Whether a model may be called so. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }
}
