package io.millrace.scenario;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Eight threads that take errands from one heap. */
final class Crowd implements AutoCloseable {

    static final int SIZE = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(SIZE);

    /**
     * @param work answers whether its thread should take another errand
     * @return complete when the heap is used up or all have stopped; fails as soon as one fails
     */
    CompletableFuture<Void> work(Collection<Errand> errands, Predicate<Errand> work) {
        Queue<Errand> heap = new ConcurrentLinkedQueue<>(errands);
        return all(() -> {
            boolean goesOn = true;
            while (goesOn) {
                Errand errand = heap.poll();
                goesOn = errand != null && work.test(errand);
            }
        });
    }

    /** @param worker what each of them does */
    CompletableFuture<Void> all(Runnable worker) {
        return CompletableFuture.allOf(IntStream.range(0, SIZE)
                .mapToObj(n -> CompletableFuture.runAsync(worker, threads))
                .toArray(CompletableFuture[]::new));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
