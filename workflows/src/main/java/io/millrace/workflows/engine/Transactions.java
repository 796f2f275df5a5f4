package io.millrace.workflows.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens transactions for the engine the way the container does for everybody. Begun on the bare transaction
 * manager, as the vendor's interceptor does, a transaction is unknown to the current invocation: the pool
 * then hands out connections outside it, and each statement of the engine commits by itself.
 */
@ApplicationScoped
public class Transactions {

    @Transactional
    public <T extends @Nullable Object> T joined(Supplier<T> work) {
        return work.get();
    }

    @Transactional(TxType.REQUIRES_NEW)
    public <T extends @Nullable Object> T ofItsOwn(Supplier<T> work) {
        return work.get();
    }
}
