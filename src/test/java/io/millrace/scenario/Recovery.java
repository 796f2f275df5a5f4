package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** How soon the parts of the product work again: all are watched at once, and counted from the same moment. */
final class Recovery implements AutoCloseable {

    /** Longer than allowed, to say how long it took. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final long since = System.nanoTime();
    private final ExecutorService watchers = Executors.newCachedThreadPool();
    private final Map<String, CompletableFuture<Double>> parts = new LinkedHashMap<>();

    /** @param works asked again and again, on a thread of its own */
    void of(String part, BooleanSupplier works) {
        parts.put(part, CompletableFuture.supplyAsync(() -> secondsUntil(part, works), watchers));
    }

    private double secondsUntil(String part, BooleanSupplier works) {
        Awaitility.await(part)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(works::getAsBoolean);
        return (System.nanoTime() - since) / 1e9;
    }

    /** @return what to print */
    String mustBeWithin(Duration limit) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        parts.forEach((part, found) -> seconds.put(part, found.join()));
        String told = seconds.entrySet().stream()
                .map(part -> "%s %.1f s".formatted(part.getKey(), part.getValue()))
                .collect(Collectors.joining(", "));
        assertThat(seconds.values()).as("%s", told).allMatch(each -> each < limit.toSeconds());
        return told;
    }

    @Override
    public void close() {
        watchers.shutdownNow();
    }
}
