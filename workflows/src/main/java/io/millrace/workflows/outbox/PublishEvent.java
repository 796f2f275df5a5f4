package io.millrace.workflows.outbox;

import io.millrace.Words;
import io.millrace.catalogue.UnfitInput;
import io.millrace.outbox.StateEvent;
import io.millrace.outbox.StopLoops;
import io.millrace.workflows.catalogue.Catalogued;
import io.millrace.workflows.catalogue.InputRule;
import io.millrace.workflows.catalogue.Inputs;
import io.millrace.workflows.catalogue.Takes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/** States an event of the tenant's own, together with the step of the process that says so. */
@Words("States an event of your own. Other processes start by it or wait for it, by a message of the same name.")
@Catalogued(takes = PublishEvent.Input.class)
@Named
@ApplicationScoped
public class PublishEvent implements JavaDelegate {

    /** As models give it. */
    record Input(
            @Words("the event's type, such as order.paid; not one of the platform's") @Takes(InputRule.EVENT_TYPE)
            String type,

            @Words("what it is about, by which waiting processes are found; by default what this process is about")
            @Takes(InputRule.SUBJECT)
            @Nullable
            String subject,

            @Words("the names of the variables that it carries, separated by commas, or a map of values")
            @Takes(InputRule.DATA)
            @Nullable
            Object data) {}

    @Inject
    StateEvent stateEvent;

    @Inject
    StopLoops stopLoops;

    @Override
    public void execute(DelegateExecution process) {
        Input input = Inputs.read(process, Input.class);
        stopLoops.requireEnd();
        String subject = input.subject() == null ? subjectOf(process) : input.subject();
        stateEvent.state(input.type(), subject, data(process, input.data()));
    }

    private static String subjectOf(DelegateExecution process) {
        String businessKey = process.getProcessBusinessKey();
        return businessKey == null ? process.getProcessInstanceId() : businessKey;
    }

    private static Map<String, @Nullable Object> data(DelegateExecution process, @Nullable Object wanted) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        if (wanted == null) return data;
        if (wanted instanceof Map<?, ?> map) {
            map.forEach((name, value) -> data.put(String.valueOf(name), value));
            return data;
        }
        if (!(wanted instanceof String names)) throw new UnfitInput("data", "must be names of variables, or a map");
        for (String name : names.split("\\s*,\\s*", -1)) {
            if (!process.hasVariable(name))
                throw new UnfitInput("data", "names " + name + ", which is no variable here");
            data.put(name, process.getVariable(name));
        }
        return data;
    }
}
