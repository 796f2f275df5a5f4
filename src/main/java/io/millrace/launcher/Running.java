package io.millrace.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What has been started: stopped in the opposite order, and watched for what ends by itself. */
final class Running {

    private final Deque<Consumer<Deadline>> parts = new ArrayDeque<>();
    private final CompletableFuture<String> firstEnd = new CompletableFuture<>();
    private boolean stopping;

    /** Called before the part starts, so that a stop in the middle of its start reaches it too. */
    synchronized void add(Consumer<Deadline> stop) {
        if (stopping) throw new CannotStart("Stopped while it was starting.");
        parts.push(stop);
    }

    void stop(Deadline deadline) {
        for (Consumer<Deadline> part : takeAll()) part.accept(deadline);
    }

    private synchronized Deque<Consumer<Deadline>> takeAll() {
        stopping = true;
        return parts;
    }

    /** @param end comes with a sentence when the part has ended */
    void endsWith(CompletableFuture<String> end) {
        var unused = end.thenAccept(this::ended);
    }

    /** What ends after we told it to is no news. */
    private synchronized void ended(String sentence) {
        if (!stopping) firstEnd.complete(sentence);
    }

    /** Waits as long as all is well. */
    String awaitFirstEnd() {
        return firstEnd.join();
    }
}
