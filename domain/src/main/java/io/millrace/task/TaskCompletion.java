package io.millrace.task;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The use case behind a user task, named by the model's property {@code millrace.completes}. Called once,
 * as the task completes, inside that transaction; a refusal leaves the task open and unchanged.
 */
public interface TaskCompletion {

    /** The name that models use, such as {@code decideGate}. */
    String name();

    /**
     * Refuses a task as it is made, of a model that does not give it what it needs: who drew it should hear that, and
     * not who is asked later.
     *
     * @param instance the outermost one that made it
     */
    void requireFitting(@Nullable String businessKey, UUID instance, Map<String, @Nullable Object> variables);

    /** Locks what {@link #complete} would, before the task itself is; nothing happens when it is gone. */
    void hold(String businessKey);

    /** Hears that whoever had claimed the task has given it back, or lost it; inside that transaction. */
    void released(String businessKey);

    /** Refuses whoever may not complete the task now, in the rule's own words; asked before anything is written. */
    void requireAllowed(String businessKey, Map<String, @Nullable Object> variables);

    /**
     * @param businessKey what the process is about
     * @param variables the process' variables with the submitted ones on top
     */
    void complete(String businessKey, Map<String, @Nullable Object> variables);
}
