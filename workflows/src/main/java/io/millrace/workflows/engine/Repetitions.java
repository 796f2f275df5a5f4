package io.millrace.workflows.engine;

import io.millrace.catalogue.UnfitInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Bounds for how many elements of a collection a step is done, alone and together with the repeated steps that it is
 * in: only when it runs is known how many there are, and the engine loads the whole tree of them into memory at each
 * change.
 */
@ApplicationScoped
public class Repetitions extends AbstractBpmnParseListener {

    /** Of one step, at a time or one after the other. */
    public static final int MOST = 1_000;

    /** With the repeated steps of the processes that call its own: each has a tree of its own, but all may come at once. */
    static final int MOST_CALLED = 10_000;

    @Override
    public void parseMultiInstanceLoopCharacteristics(Element activity, Element repeats, ActivityImpl body) {
        MultiInstanceActivityBehavior repetition = (MultiInstanceActivityBehavior) body.getActivityBehavior();
        body.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                execution -> requireFew(repetition, (ExecutionEntity) execution));
    }

    private static void requireFew(MultiInstanceActivityBehavior repetition, ExecutionEntity execution) {
        long here = count(repetition, execution);
        if (here > MOST) throw tooMany("has " + here + " elements, and a step is done for " + MOST + " at most");
        long within = here * around(execution);
        if (within > MOST) throw tooManyTogether(within, MOST);
        long all = within * aroundCalls(execution);
        if (all > MOST_CALLED) throw tooManyTogether(all, MOST_CALLED);
    }

    private static long count(MultiInstanceActivityBehavior repetition, ExecutionEntity execution) {
        Expression cardinality = repetition.getLoopCardinalityExpression();
        // A number: the check of models takes nothing else.
        if (cardinality != null)
            return Long.parseLong(
                    String.valueOf(cardinality.getValue(execution)).strip());
        return collection(repetition, execution) instanceof Collection<?> elements ? elements.size() : 0;
    }

    private static @Nullable Object collection(MultiInstanceActivityBehavior repetition, ExecutionEntity execution) {
        if (repetition.getCollectionExpression() != null)
            return repetition.getCollectionExpression().getValue(execution);
        return repetition.getCollectionVariable() == null
                ? null
                : execution.getVariable(repetition.getCollectionVariable());
    }

    /** How often that is done which it is in, of the same process. */
    private static long around(ExecutionEntity execution) {
        long times = 1;
        for (ExecutionEntity scope = execution; scope != null; scope = scope.getParent()) {
            Object known = scope.getVariableLocal(MultiInstanceActivityBehavior.NUMBER_OF_INSTANCES);
            if (known instanceof Integer number) times *= Math.max(1, number);
        }
        return times;
    }

    private static long aroundCalls(ExecutionEntity execution) {
        long times = 1;
        ExecutionEntity call = execution.getProcessInstance().getSuperExecution();
        while (call != null && times <= MOST_CALLED) {
            times *= around(call);
            call = call.getProcessInstance().getSuperExecution();
        }
        return times;
    }

    private static UnfitInput tooManyTogether(long times, int most) {
        return tooMany("is done for " + times + " elements in all with the repeated steps around it, and " + most
                + " is the most");
    }

    private static UnfitInput tooMany(String flaw) {
        return new UnfitInput("collection", flaw);
    }
}
