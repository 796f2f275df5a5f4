package io.millrace.api.task;

import io.millrace.api.http.Tagged;
import io.millrace.api.identity.MemberRef;
import io.millrace.task.Task;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to do.
 *
 * @param subject what it is about, such as an approval's id
 * @param group whose members may claim it
 */
record TaskView(
        UUID id,
        String name,
        String process,
        String definition,
        @Nullable String subject,
        @Nullable String group,
        @Nullable MemberRef assignee,
        Task.State state,
        Instant createdAt,
        @Nullable Instant closedAt)
        implements Tagged {

    static TaskView of(Task task, Function<@Nullable UUID, @Nullable MemberRef> names) {
        return new TaskView(
                task.id(),
                task.name(),
                task.processKey(),
                task.definitionKey(),
                task.businessKey(),
                task.candidateGroup(),
                names.apply(task.assigneeId()),
                task.state(),
                task.createdAt(),
                task.closedAt());
    }
}
