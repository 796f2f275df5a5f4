package io.millrace.workflows.catalogue;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** Reads the input parameters of the task at hand into the record that its delegate is catalogued with. */
public final class Inputs {

    private Inputs() {}

    /** @throws io.millrace.catalogue.UnfitInput when one is missing or cannot be taken */
    public static <T extends Record> T read(DelegateExecution task, Class<T> taken) {
        List<DelegateInput> inputs = DelegateInput.of(taken);
        // The task's own only: a variable of the process that happens to have the name was not meant.
        @Nullable
        Object[] values = inputs.stream()
                .map(input -> input.read(task.getVariableLocal(input.name())))
                .toArray();
        try {
            Class<?>[] types = Arrays.stream(taken.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<T> constructor = taken.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("what a delegate takes has no constructor of its own: " + taken, e);
        }
    }
}
