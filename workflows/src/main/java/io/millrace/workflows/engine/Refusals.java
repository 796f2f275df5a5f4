package io.millrace.workflows.engine;

import io.millrace.Refusal;
import io.millrace.task.TaskClaimed;
import io.millrace.task.TaskNotOpen;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;

/** Takes a refusal, ours or the engine's own, out of the wrappings that the engine puts around it. */
public final class Refusals {

    // Deeper than any real chain of causes; stops at one that goes in a circle.
    private static final int DEEPEST = 20;

    private Refusals() {}

    /** Runs engine work; a refusal that happened inside comes out as itself. */
    public static <T extends @Nullable Object> T unwrapping(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProcessEngineException wrapped) {
            throw in(wrapped).<RuntimeException>map(refusal -> refusal).orElse(wrapped);
        }
    }

    public static Optional<Refusal> in(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof Refusal refusal) return Optional.of(refusal);
            if (isTaskGone(cause)) return Optional.of(new TaskNotOpen());
            if (cause instanceof TaskAlreadyClaimedException) return Optional.of(new TaskClaimed());
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** The vendor has no class of its own for a task that was completed or cancelled a moment ago. */
    private static boolean isTaskGone(Throwable cause) {
        return cause instanceof NullValueException
                && String.valueOf(cause.getMessage()).startsWith("Cannot find task with id");
    }
}
