package io.millrace.workflows.engine;

import io.millrace.tenancy.TenantScope;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Lets call activities and decisions cross between shared models and a tenant's own, where the model does
 * not say itself whose it wants. By default the engine looks only where the calling model lives.
 */
final class OwnVersionFirst extends BpmnParse {

    OwnVersionFirst(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseTenantId(
            Element element, ActivityImpl activity, BaseCallableElement called, String attributeName) {
        super.parseTenantId(element, activity, called, attributeName);
        if (called.getTenantIdProvider() != null) return;
        if (attributeName.equals("calledElementTenantId")) {
            called.setTenantIdProvider(new OwnerOfCalled(called, TenantModels::ownerOfProcess));
        }
        if (attributeName.equals("decisionRefTenantId")) {
            called.setTenantIdProvider(new OwnerOfCalled(called, TenantModels::ownerOfDecision));
        }
    }

    /** A job goes on along a flow by its id. Where a model gives none, what {@link GoOnLater} made goes on at once. */
    @Override
    protected void validateOutgoingFlows(ActivityImpl activity) {
        boolean isNameless = activity.getOutgoingTransitions().stream().anyMatch(flow -> flow.getId() == null);
        if (isNameless && GoOnLater.made(activity)) activity.setAsyncAfter(false);
        super.validateOutgoingFlows(activity);
    }

    /** The owner of the called model, worked out at each call: tenants deploy while instances run. */
    private record OwnerOfCalled(BaseCallableElement called, BiFunction<String, String, @Nullable String> owner)
            implements ParameterValueProvider {

        @Override
        public @Nullable Object getValue(VariableScope scope) {
            return owner.apply(
                    called.getDefinitionKey(scope), TenantScope.current().toString());
        }

        @Override
        public boolean isDynamic() {
            return true;
        }
    }
}
