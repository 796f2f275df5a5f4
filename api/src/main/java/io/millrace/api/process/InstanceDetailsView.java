package io.millrace.api.process;

import io.millrace.api.http.Tagged;
import io.millrace.api.identity.MemberRef;
import io.millrace.process.InstanceDetails;
import io.millrace.process.InstanceDetails.Place;
import io.millrace.process.InstanceDetails.Step;
import io.millrace.process.InstanceDetails.StepState;
import io.millrace.process.InstanceDetails.Variable;
import io.millrace.process.ProcessInstance;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run of a process as {@link InstanceView} has it, and where it stands and what led there.
 *
 * @param standsAt what it waits for or works at
 * @param path its steps in order, the last 500 of them
 * @param variables by name; a text, a number, true or false, or null for what is none of these
 */
record InstanceDetailsView(
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
        @Nullable String reason,
        List<PlaceView> standsAt,
        List<StepView> path,
        Map<String, @Nullable Object> variables,
        List<IncidentView> incidents)
        implements Tagged {

    /** @param activity the id of the element in the model */
    record PlaceView(String activity, @Nullable String name, String type) {

        static PlaceView of(Place place) {
            return new PlaceView(place.activity(), place.name(), place.type());
        }
    }

    /**
     * @param task under which a user task is completed
     * @param calledInstance what a call activity began
     */
    record StepView(
            String activity,
            @Nullable String name,
            String type,
            StepState state,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable UUID task,
            @Nullable MemberRef assignee,
            @Nullable UUID calledInstance) {

        static StepView of(Step step, Function<@Nullable UUID, @Nullable MemberRef> names) {
            return new StepView(
                    step.activity(),
                    step.name(),
                    step.type(),
                    step.state(),
                    step.startedAt(),
                    step.endedAt(),
                    step.taskId(),
                    names.apply(step.assigneeId()),
                    step.calledInstance());
        }
    }

    /** @param instance where it happened: this one, or one that it called */
    record IncidentView(
            UUID id,
            String type,
            String activity,
            UUID instance,
            @Nullable String message,
            Instant createdAt) {

        static IncidentView of(InstanceDetails.Incident incident) {
            return new IncidentView(
                    incident.id(),
                    incident.type(),
                    incident.activity(),
                    incident.instanceId(),
                    incident.message(),
                    incident.createdAt());
        }
    }

    static InstanceDetailsView of(
            ProcessInstance instance, InstanceDetails details, Function<@Nullable UUID, @Nullable MemberRef> names) {
        return new InstanceDetailsView(
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
                instance.endReason(),
                details.standsAt().stream().map(PlaceView::of).toList(),
                details.path().stream().map(step -> StepView.of(step, names)).toList(),
                values(details.variables()),
                details.incidents().stream().map(IncidentView::of).toList());
    }

    /** What the whole instance sees; parts of it have copies of their own, which the page has no place for. */
    private static Map<String, @Nullable Object> values(List<Variable> variables) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        variables.stream()
                .filter(variable -> !variable.isLocal())
                .forEach(variable -> values.put(variable.name(), variable.value()));
        return values;
    }
}
