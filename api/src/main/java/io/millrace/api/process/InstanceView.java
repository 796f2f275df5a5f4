package io.millrace.api.process;

import io.millrace.process.ProcessInstance;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a process.
 *
 * @param process the key of its model
 * @param processId the version that it runs by
 * @param subject what it is about, such as an approval's id
 * @param openIncidents how many things do not go on by themselves, in what it called too
 * @param calledBy the instance whose call activity began it
 * @param reason why it was cancelled
 */
record InstanceView(
        UUID id,
        String process,
        UUID processId,
        int version,
        @Nullable String subject,
        ProcessInstance.State state,
        int openIncidents,
        @Nullable UUID calledBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    static InstanceView of(ProcessInstance instance) {
        return new InstanceView(
                instance.id(),
                instance.processKey(),
                instance.processId(),
                instance.processVersion(),
                instance.businessKey(),
                instance.state(),
                instance.incidents(),
                instance.calledBy(),
                instance.startedAt(),
                instance.endedAt(),
                instance.endReason());
    }
}
