package io.millrace.process;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance stands and what led there.
 *
 * @param standsAt what it waits for or works at; empty when it has ended
 * @param path steps in the order in which they were reached; the last {@link #MOST} of them
 * @param variables by name; the first {@link #MOST} of them
 * @param incidents open ones, the newest first
 */
public record InstanceDetails(
        List<Place> standsAt, List<Step> path, List<Variable> variables, List<Incident> incidents) {

    /** A page that somebody reads; who wants to count thousands asks the database. */
    public static final int MOST = 500;

    /**
     * An element of the model that the instance is at.
     *
     * @param activity the element's id
     * @param type as in BPMN: {@code userTask}
     */
    public record Place(String activity, @Nullable String name, String type) {}

    /** How a step went. */
    public enum StepState {
        ACTIVE,
        DONE,
        CANCELLED
    }

    /**
     * An element of the model that the instance came to.
     *
     * @param taskId of a user task, under which it is completed
     * @param assigneeId the membership that had it at the end
     * @param calledInstance of a call activity
     */
    public record Step(
            String activity,
            @Nullable String name,
            String type,
            StepState state,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable UUID taskId,
            @Nullable UUID assigneeId,
            @Nullable UUID calledInstance) {}

    /**
     * What the instance knows.
     *
     * @param type the engine's word: {@code String}, {@code Long}
     * @param value a text, a number or a truth; null for none, and for what is none of these
     * @param isLocal whether only a part of the instance sees it
     */
    public record Variable(
            String name, String type, @Nullable Object value, boolean isLocal) {}

    /**
     * Something that does not go on by itself.
     *
     * @param activity the element's id, in the model of the instance where it happened
     * @param instanceId where it happened: this instance, or one that it called
     * @param message what went wrong, as the failing step said it
     */
    public record Incident(
            UUID id,
            String type,
            String activity,
            UUID instanceId,
            @Nullable String message,
            Instant createdAt) {}
}
