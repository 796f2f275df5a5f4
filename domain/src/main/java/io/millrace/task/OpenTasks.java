package io.millrace.task;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The engine's open user tasks, as a port. Every call runs in the caller's transaction, as the acting
 * member; a {@link io.millrace.Refusal} raised by what the task completes comes out as it was thrown.
 */
public interface OpenTasks {

    /**
     * Checks the variables against the task's form, then whether the member may, then completes it.
     *
     * @throws io.millrace.NotFound when there is no such task, or none for the member
     * @throws WrongTaskVariables when a variable is missing, unknown, of the wrong type or not allowed
     * @throws TaskClaimed when another member has it
     * @throws TaskNotOpen when it was completed or cancelled meanwhile
     */
    void complete(UUID taskId, Map<String, @Nullable Object> variables);

    /**
     * Takes the task away from the member who has claimed it; its group sees it again.
     *
     * @throws TaskNotOpen when it was completed or cancelled meanwhile
     * @throws TaskNotClaimed when it was given back meanwhile
     * @throws TaskClaimed when another member has it by now: that claim stands
     */
    void release(UUID taskId, UUID claimedBy);

    /** Gives the task to the acting member; nothing happens when they have it. @throws TaskClaimed by another */
    void claim(UUID taskId);
}
