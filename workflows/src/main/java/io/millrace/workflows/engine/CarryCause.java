package io.millrace.workflows.engine;

import io.millrace.outbox.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Has every process keep which event led to what it does now, for the jobs that go on with it. After a person or a timer
 * no event has.
 */
@ApplicationScoped
public class CarryCause extends AbstractBpmnParseListener {

    /** The dot keeps it out of expressions. */
    public static final String VARIABLE = "millrace.cause";

    /** What a process is given besides when the event comes in. */
    public static Map<String, Object> with(Cause cause, Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put(VARIABLE, cause.written());
        return all;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) CarryCause::keep);
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) CarryCause::handBack);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl task) {
        forgetAfter(task);
    }

    @Override
    public void parseIntermediateTimerEventDefinition(Element definition, ActivityImpl timer) {
        forgetAfter(timer);
    }

    @Override
    public void parseBoundaryTimerEventDefinition(Element definition, boolean interrupting, ActivityImpl timer) {
        forgetAfter(timer);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
        String type = start.getProperties().get(BpmnProperties.TYPE);
        if (ActivityTypes.START_EVENT_TIMER.equals(type)) forgetAfter(start);
    }

    private static void forgetAfter(ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) CarryCause::forget);
    }

    private static void keep(DelegateExecution process) {
        Cause cause = Cause.current();
        if (cause != null && !process.hasVariableLocal(VARIABLE)) process.setVariable(VARIABLE, cause.written());
    }

    /** What led to the end of a called process leads to what its caller does next. */
    private static void handBack(DelegateExecution process) {
        ExecutionEntity caller = ((ExecutionEntity) process).getSuperExecution();
        if (caller == null || process.isCanceled()) return;
        Object cause = process.getVariableLocal(VARIABLE);
        if (cause != null) caller.getProcessInstance().setVariable(VARIABLE, cause);
    }

    /** Whoever called the process goes on because of it too. A task that a message takes away was done by nobody. */
    private static void forget(DelegateExecution activity) {
        if (activity.isCanceled()) return;
        ExecutionEntity at = (ExecutionEntity) activity;
        while (at != null) {
            ExecutionEntity process = at.getProcessInstance();
            if (process.hasVariableLocal(VARIABLE)) process.removeVariableLocal(VARIABLE);
            at = process.getSuperExecution();
        }
    }
}
