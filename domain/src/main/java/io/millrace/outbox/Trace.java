package io.millrace.outbox;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Carries the W3C trace context of the work at hand from thread to outbox, process and job, and its trace id to
 * what the thread logs.
 */
public final class Trace {

    private static final String LOG_KEY = "trace";

    /** Of the only version that there is, in which an id of zeros means none. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private Trace() {}

    /** As it is sent to whoever works for the same cause. */
    public static @Nullable String current() {
        return CURRENT.get();
    }

    public static void set(@Nullable String traceparent) {
        if (traceparent == null) {
            CURRENT.remove();
            MDC.remove(LOG_KEY);
            return;
        }
        CURRENT.set(traceparent);
        MDC.put(LOG_KEY, idOf(traceparent));
    }

    /** Goes on with what a caller sent, or begins anew if that is none; to be let go of with {@code set(null)}. */
    public static String begin(@Nullable String sent) {
        String traceparent = sent != null && TRACEPARENT.matcher(sent).matches() ? sent : fresh();
        set(traceparent);
        return traceparent;
    }

    private static String fresh() {
        byte[] ids = new byte[24];
        RANDOM.nextBytes(ids);
        HexFormat hex = HexFormat.of();
        // never all zeros: 2^-64
        return "00-" + hex.formatHex(ids, 0, 16) + "-" + hex.formatHex(ids, 16, 24) + "-00";
    }

    private static String idOf(String traceparent) {
        String[] parts = traceparent.split("-", 3);
        return parts.length > 1 ? parts[1] : traceparent;
    }
}
