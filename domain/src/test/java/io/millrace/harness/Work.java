package io.millrace.harness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Gives a test's lambda a transaction. */
@ApplicationScoped
class Work {

    @Transactional(rollbackOn = Exception.class)
    public <T extends @Nullable Object> T run(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
