package io.millrace.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Eight threads that share a number of turns. */
final class Callers {

    private static final int COUNT = 8;

    private Callers() {}

    /** @return how many turns were done per second; fails when one of them failed */
    static double perSecond(int turns, Runnable turn) {
        AtomicInteger left = new AtomicInteger(turns);
        Runnable caller = () -> {
            while (left.getAndDecrement() > 0) turn.run();
        };
        ExecutorService threads = Executors.newFixedThreadPool(COUNT);
        try {
            long start = System.nanoTime();
            CompletableFuture.allOf(IntStream.range(0, COUNT)
                            .mapToObj(n -> CompletableFuture.runAsync(caller, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
            return turns * 1e9 / (System.nanoTime() - start);
        } finally {
            threads.shutdownNow();
        }
    }
}
