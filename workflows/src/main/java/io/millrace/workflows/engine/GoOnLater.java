package io.millrace.workflows.engine;

import jakarta.enterprise.context.ApplicationScoped;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.DefaultFailedJobParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Has a tenant's own process take a message in and go on in a job of its own: what fails then is an incident of that
 * instance, and holds up neither the event nor the others that it moves.
 */
@ApplicationScoped
public class GoOnLater extends AbstractBpmnParseListener {

    /** Unless the model says otherwise where the message comes in. */
    private static final String RETRIES = "R3/PT10S";

    private static final String MADE = "millrace.goesOnLater";

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
        if (ActivityTypes.START_EVENT_MESSAGE.equals(start.getProperties().get(BpmnProperties.TYPE))) goOnLater(start);
    }

    @Override
    public void parseIntermediateMessageCatchEventDefinition(Element definition, ActivityImpl event) {
        goOnLater(event);
    }

    @Override
    public void parseBoundaryMessageEventDefinition(Element definition, boolean interrupting, ActivityImpl event) {
        goOnLater(event);
    }

    @Override
    public void parseReceiveTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        goOnLater(activity);
    }

    /** Whether it goes on later because of us, and not because its model says so. */
    static boolean made(ActivityImpl activity) {
        return activity.getProperty(MADE) != null;
    }

    private static void goOnLater(ActivityImpl activity) {
        boolean isTenants = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getTenantId() != null;
        if (!isTenants || activity.isAsyncAfter()) return;
        activity.setAsyncAfter(true);
        activity.setProperty(MADE, true);
        activity.getProperties()
                .set(DefaultFailedJobParseListener.FAILED_JOB_CONFIGURATION, ParseUtil.parseRetryIntervals(RETRIES));
    }
}
