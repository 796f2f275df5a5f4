package io.millrace.workflows.engine;

import io.millrace.outbox.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Has every process keep the trace of what started it, for the timers and jobs that go on with it later. */
@ApplicationScoped
public class CarryTrace extends AbstractBpmnParseListener {

    static final String TRACEPARENT = "traceparent";

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) CarryTrace::keep);
    }

    private static void keep(DelegateExecution process) {
        if (Trace.current() != null) process.setVariable(TRACEPARENT, Trace.current());
    }
}
