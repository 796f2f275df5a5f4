package io.millrace.workflows.engine;

import io.millrace.catalogue.UnfitInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Bounds for how many elements of a collection a step is done: only when it runs is known how many there are, and the
 * engine loads the whole tree of them into memory at each change.
 */
@ApplicationScoped
public class Repetitions extends AbstractBpmnParseListener {

    /** Of one step, at a time or one after the other. */
    public static final int MOST = 1_000;

    @Override
    public void parseMultiInstanceLoopCharacteristics(Element activity, Element repeats, ActivityImpl body) {
        MultiInstanceActivityBehavior repetition = (MultiInstanceActivityBehavior) body.getActivityBehavior();
        body.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                execution -> requireFew(collection(repetition, execution)));
    }

    private static @Nullable Object collection(MultiInstanceActivityBehavior repetition, DelegateExecution execution) {
        if (repetition.getCollectionExpression() != null)
            return repetition.getCollectionExpression().getValue(execution);
        return repetition.getCollectionVariable() == null
                ? null
                : execution.getVariable(repetition.getCollectionVariable());
    }

    private static void requireFew(@Nullable Object collection) {
        if (collection instanceof Collection<?> elements && elements.size() > MOST) {
            throw new UnfitInput(
                    "collection", "has " + elements.size() + " elements, and a step is done for " + MOST + " at most");
        }
    }
}
