package io.millrace.workflows.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Has a called process be about what its caller is about, so that events of that subject find it too. */
final class InheritBusinessKey extends AbstractBpmnParseListener {

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        CallableElement called =
                ((CallableElementActivityBehavior) activity.getActivityBehavior()).getCallableElement();
        if (called.getBusinessKeyValueProvider() == null) called.setBusinessKeyValueProvider(new OfCaller());
    }

    private static final class OfCaller implements ParameterValueProvider {

        @Override
        public @Nullable Object getValue(VariableScope scope) {
            return ((DelegateExecution) scope).getProcessBusinessKey();
        }

        @Override
        public boolean isDynamic() {
            return true;
        }
    }
}
