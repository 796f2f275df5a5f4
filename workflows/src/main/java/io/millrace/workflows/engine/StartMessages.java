package io.millrace.workflows.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Names a process's start message {@code <key>:<type>} inside the engine, which otherwise refuses a second
 * model that starts with the same message. Which event starts what is decided by us.
 */
final class StartMessages extends AbstractBpmnParseListener {

    static String nameFor(String processKey, String eventType) {
        return processKey + ":" + eventType;
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl startEvent) {
        if (!(scope instanceof ProcessDefinitionEntity process)) return; // an event sub-process: it keeps its name
        Map<String, EventSubscriptionDeclaration> declarations =
                process.getProperties().get(BpmnProperties.EVENT_SUBSCRIPTION_DECLARATIONS);
        EventSubscriptionDeclaration declared = declarations.get(startEvent.getId());
        if (declared == null || !EventType.MESSAGE.name().equals(declared.getEventType())) return;
        // The map's own helper refuses to overwrite.
        declarations.put(startEvent.getId(), renamed(declared, process.getKey()));
    }

    private static EventSubscriptionDeclaration renamed(EventSubscriptionDeclaration declared, String processKey) {
        Expression name = Context.getProcessEngineConfiguration()
                .getExpressionManager()
                .createExpression(nameFor(processKey, declared.getUnresolvedEventName()));
        EventSubscriptionDeclaration renamed =
                new EventSubscriptionDeclaration(name, EventType.MESSAGE, declared.getEventPayload());
        renamed.setActivityId(declared.getActivityId());
        renamed.setEventScopeActivityId(declared.getEventScopeActivityId());
        renamed.setStartEvent(declared.isStartEvent());
        renamed.setAsync(declared.isAsync());
        return renamed;
    }
}
