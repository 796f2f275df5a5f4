package io.millrace.boot;

import java.util.Arrays;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Ends each line of the log with the tenant, request, event and trace that its thread works for. A filter and not a
 * formatter, because the server's own class loader makes the formatters and knows no MDC. Leaves {@link Noise}
 * out.
 */
final class LogContext implements Filter {

    private static final List<String> KEYS = List.of("tenant", "request", "key", "event", "trace");

    private final @Nullable Filter inner;

    private LogContext(@Nullable Filter inner) {
        this.inner = inner;
    }

    static void install() {
        handlers().forEach(handler -> handler.setFilter(new LogContext(handler.getFilter())));
    }

    /** An application that is gone must not be held by the server's log. */
    static void remove() {
        handlers().forEach(handler -> {
            if (handler.getFilter() instanceof LogContext ours) handler.setFilter(ours.inner);
        });
    }

    private static List<Handler> handlers() {
        return Arrays.asList(Logger.getLogger("").getHandlers());
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        if (Noise.is(line) || (inner != null && !inner.isLoggable(line))) return false;
        String context = KEYS.stream()
                .filter(key -> MDC.get(key) != null)
                .map(key -> " " + key + "=" + MDC.get(key))
                .collect(Collectors.joining());
        // A record meets every handler.
        if (line.getMessage() != null && !line.getMessage().endsWith(context))
            line.setMessage(line.getMessage() + context);
        return true;
    }
}
