package io.millrace.workflows.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Marks what the node does with the engine for itself and for no tenant: taking jobs, deploying the
 * shared models. Everything else must say for which tenant it works.
 */
public final class NodeWork {

    private static final ThreadLocal<@Nullable Boolean> OPEN = new ThreadLocal<>();

    private NodeWork() {}

    static boolean isOpen() {
        return OPEN.get() != null;
    }

    public static <T extends @Nullable Object> T call(Supplier<T> work) {
        boolean outer = isOpen();
        OPEN.set(true);
        try {
            return work.get();
        } finally {
            if (!outer) OPEN.remove();
        }
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
