package io.millrace.jobs.outbox;

import io.millrace.outbox.Line;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The lines that wait for a worker of this node or are with one, each only once. */
final class WaitingLines {

    /** Where a line is; AGAIN means with a worker, which must look at it once more. */
    private enum Place {
        WAITING,
        WITH_WORKER,
        AGAIN
    }

    private final Map<Line, Place> places = new HashMap<>();
    private final Queue<Line> waiting = new ArrayDeque<>();
    private boolean closed;

    synchronized void offer(Line line) {
        Place place = places.get(line);
        if (place == null) queue(line);
        // What was found may have come after the worker's last look, so it has to look again.
        else if (place == Place.WITH_WORKER) places.put(line, Place.AGAIN);
    }

    private void queue(Line line) {
        places.put(line, Place.WAITING);
        waiting.add(line);
        notifyAll();
    }

    /** The next line, as soon as there is one; null once closed. */
    synchronized @Nullable Line take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        if (closed) return null;
        Line line = waiting.remove();
        places.put(line, Place.WITH_WORKER);
        return line;
    }

    /** The worker looks at its line now: whatever was offered before is covered by that. */
    synchronized void looking(Line line) {
        places.put(line, Place.WITH_WORKER);
    }

    /** @param more whether the worker leaves before it has seen the end of the line */
    synchronized void finished(Line line, boolean more) {
        Place place = places.remove(line);
        if (more || place == Place.AGAIN) queue(line);
    }

    synchronized int size() {
        return waiting.size();
    }

    synchronized void open() {
        closed = false;
        places.clear();
        waiting.clear();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
