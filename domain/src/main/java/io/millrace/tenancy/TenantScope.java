package io.millrace.tenancy;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Binds a tenant to the current thread, and to what it logs, for as long as some work for it takes. */
public final class TenantScope {

    /** The platform's own tenant, made by the first migration. */
    public static final UUID PLATFORM = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private static final String LOG_KEY = "tenant";
    private static final ThreadLocal<@Nullable UUID> BOUND = new ThreadLocal<>();

    private TenantScope() {}

    /** @throws NoTenantBound when the thread works for nobody, which is always a fault of ours */
    public static UUID current() {
        return bound().orElseThrow(NoTenantBound::new);
    }

    public static Optional<UUID> bound() {
        return Optional.ofNullable(BOUND.get());
    }

    /** Nested scopes restore the outer one; the transaction inside must begin inside. */
    public static <T extends @Nullable Object> T call(UUID tenantId, Supplier<T> work) {
        UUID outer = BOUND.get();
        set(tenantId);
        try {
            return work.get();
        } finally {
            restore(outer);
        }
    }

    public static void run(UUID tenantId, Runnable work) {
        call(tenantId, () -> {
            work.run();
            return null;
        });
    }

    /** For filters that cannot wrap what follows; pair it with the returned scope's {@code close}. */
    public static Binding open(UUID tenantId) {
        UUID outer = BOUND.get();
        set(tenantId);
        return () -> restore(outer);
    }

    /** An open binding; closing it restores what was bound before. */
    @FunctionalInterface
    public interface Binding extends AutoCloseable {
        @Override
        void close();
    }

    private static void restore(@Nullable UUID outer) {
        if (outer != null) {
            set(outer);
            return;
        }
        BOUND.remove();
        MDC.remove(LOG_KEY);
    }

    private static void set(UUID tenantId) {
        BOUND.set(tenantId);
        MDC.put(LOG_KEY, tenantId.toString());
    }
}
