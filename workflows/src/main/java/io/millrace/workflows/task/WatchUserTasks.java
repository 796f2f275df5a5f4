package io.millrace.workflows.task;

import io.millrace.bpmn.Models;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Puts our listeners on every user task of every model, so that no model can leave them out, and names its tasks. */
@ApplicationScoped
public class WatchUserTasks extends AbstractBpmnParseListener {

    /** Property of an activity: the list of the fields that its tasks have, if they have any in the model. */
    static final String FIELDS = "millrace fields";

    @Inject
    CompleteUseCase completeUseCase;

    @Inject
    ProjectTask projectTask;

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        String excludes = property(element, Models.EXCLUDES);
        Expression excluded = excludes == null ? null : expressions().createExpression(excludes);
        String useCase = property(element, Models.COMPLETES);
        if (useCase != null) {
            task.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_CREATE, created -> completeUseCase.requireFitting(useCase, created));
        }
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE, created -> projectTask.created(created, excluded, useCase));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, projectTask::assigned);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, projectTask::cancelled);
        String name = property(element, Models.NAME);
        if (name != null) task.setNameExpression(expressions().createExpression(name));
        String about = property(element, Models.ABOUT);
        if (about != null) task.setDescriptionExpression(expressions().createExpression(about));
        List<DataField> fields = DataField.of(element);
        if (!fields.isEmpty()) activity.setProperty(FIELDS, fields);
        if (useCase != null) {
            activity.setProperty(Models.COMPLETES, useCase);
            task.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_COMPLETE, completing -> completeUseCase.complete(useCase, completing));
        }
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, projectTask::completed);
    }

    private static ExpressionManager expressions() {
        return Context.getProcessEngineConfiguration().getExpressionManager();
    }

    static @Nullable String property(Element element, String name) {
        Element extensions = element.element("extensionElements");
        if (extensions == null) return null;
        Element properties = extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties == null) return null;
        return properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
                .filter(property -> name.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst()
                .orElse(null);
    }
}
