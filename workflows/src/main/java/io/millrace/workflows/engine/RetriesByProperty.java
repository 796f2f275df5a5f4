package io.millrace.workflows.engine;

import io.millrace.bpmn.Models;
import jakarta.enterprise.context.ApplicationScoped;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.DefaultFailedJobParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Takes from a property how often a service task is tried again: an element template of the modelling tool can write
 * that, but not the engine's own element for it.
 */
@ApplicationScoped
public class RetriesByProperty extends AbstractBpmnParseListener {

    @Override
    public void parseServiceTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        Element extensions = task.element("extensionElements");
        if (extensions == null) return;
        Element properties = extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties == null) return;
        ActivityImpl body = activity.getParentFlowScopeActivity();
        boolean isRepeated = body != null && body.getActivityBehavior() instanceof MultiInstanceActivityBehavior;
        properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
                .filter(property -> Models.RETRIES.equals(property.attribute("name")))
                .findFirst()
                .ifPresent(property -> (isRepeated ? body : activity)
                        .getProperties()
                        .set(
                                DefaultFailedJobParseListener.FAILED_JOB_CONFIGURATION,
                                ParseUtil.parseRetryIntervals(property.attribute("value"))));
    }
}
