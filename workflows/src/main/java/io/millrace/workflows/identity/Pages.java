package io.millrace.workflows.identity;

import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.Page;
import org.jspecify.annotations.Nullable;

/** Cuts the part of an answer that the engine asks for. */
final class Pages {

    private Pages() {}

    /** From where, and how many. */
    record Window(long skip, long limit) {

        static Window of(@Nullable Page page) {
            return page == null
                    ? new Window(0, Long.MAX_VALUE)
                    : new Window(page.getFirstResult(), page.getMaxResults());
        }

        <T> Stream<T> cut(Stream<T> all) {
            return all.skip(skip).limit(limit);
        }
    }
}
