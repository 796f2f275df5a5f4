package io.millrace.workflows.process;

import io.millrace.process.InstanceDetails;
import io.millrace.process.InstanceDetails.Place;
import io.millrace.process.InstanceDetails.Step;
import io.millrace.process.InstanceDetails.StepState;
import io.millrace.process.InstanceDetails.Variable;
import io.millrace.process.ProcessInstance;
import io.millrace.workflows.engine.CarryCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/** Puts together what the engine knows of one instance. */
@ApplicationScoped
public class ReadInstance {

    @Inject
    RuntimeService runtime;

    @Inject
    HistoryService history;

    InstanceDetails read(ProcessInstance instance) {
        String id = instance.id().toString();
        return new InstanceDetails(
                instance.hasEnded() ? List.of() : places(id), path(id), variables(id), incidents(id));
    }

    /** From what runs, and not from the history: that does not know yet of a step which waits for its job. */
    private List<Place> places(String id) {
        ActivityInstance tree = runtime.getActivityInstance(id);
        return tree == null ? List.of() : leaves(tree).distinct().toList();
    }

    private static Stream<Place> leaves(ActivityInstance scope) {
        Stream<Place> begun = Stream.of(scope.getChildActivityInstances())
                .flatMap(child -> isLeaf(child)
                        ? Stream.of(new Place(child.getActivityId(), child.getActivityName(), child.getActivityType()))
                        : leaves(child));
        Stream<Place> notBegun = Stream.of(scope.getChildTransitionInstances())
                .map(waiting ->
                        new Place(waiting.getActivityId(), waiting.getActivityName(), waiting.getActivityType()));
        return Stream.concat(begun, notBegun);
    }

    private static boolean isLeaf(ActivityInstance activity) {
        return activity.getChildActivityInstances().length == 0 && activity.getChildTransitionInstances().length == 0;
    }

    private List<Step> path(String id) {
        List<HistoricActivityInstance> newestFirst = history.createHistoricActivityInstanceQuery()
                .processInstanceId(id)
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .orderPartiallyByOccurrence()
                .desc()
                .listPage(0, InstanceDetails.MOST);
        List<Step> steps = new ArrayList<>();
        newestFirst.forEach(past -> steps.add(step(past)));
        Collections.reverse(steps);
        return steps;
    }

    private static Step step(HistoricActivityInstance past) {
        return new Step(
                past.getActivityId(),
                past.getActivityName(),
                past.getActivityType(),
                past.getEndTime() == null ? StepState.ACTIVE : past.isCanceled() ? StepState.CANCELLED : StepState.DONE,
                past.getStartTime().toInstant(),
                past.getEndTime() == null ? null : past.getEndTime().toInstant(),
                uuid(past.getTaskId()),
                uuid(past.getAssignee()),
                uuid(past.getCalledProcessInstanceId()));
    }

    private List<Variable> variables(String id) {
        return history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(id)
                .disableCustomObjectDeserialization()
                .orderByVariableName()
                .asc()
                .listPage(0, InstanceDetails.MOST)
                .stream()
                .filter(variable -> !variable.getName().equals(CarryCause.VARIABLE))
                .map(variable -> new Variable(
                        variable.getName(), variable.getTypeName(), plain(variable), isLocal(variable, id)))
                .toList();
    }

    private static @Nullable Object plain(HistoricVariableInstance variable) {
        Object value = variable.getValue();
        if (value instanceof Date date) return date.toInstant().toString();
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value : null;
    }

    private static boolean isLocal(HistoricVariableInstance variable, String id) {
        return !Objects.equals(variable.getActivityInstanceId(), id);
    }

    private List<InstanceDetails.Incident> incidents(String id) {
        return runtime.createIncidentQuery().processInstanceId(id).list().stream()
                .map(this::incident)
                .sorted(Comparator.comparing(InstanceDetails.Incident::createdAt)
                        .reversed())
                .toList();
    }

    /** Of what happened in a called instance only the first one says what it was. */
    private InstanceDetails.Incident incident(Incident known) {
        Incident cause = runtime.createIncidentQuery()
                .incidentId(known.getRootCauseIncidentId())
                .singleResult();
        Incident told = cause == null ? known : cause;
        Instant at = told.getIncidentTimestamp().toInstant();
        return new InstanceDetails.Incident(
                UUID.fromString(known.getId()),
                told.getIncidentType(),
                told.getFailedActivityId() == null ? told.getActivityId() : told.getFailedActivityId(),
                UUID.fromString(told.getProcessInstanceId()),
                told.getIncidentMessage(),
                at);
    }

    private static @Nullable UUID uuid(@Nullable String id) {
        return id == null ? null : UUID.fromString(id);
    }
}
