package io.millrace.workflows.catalogue;

import java.lang.reflect.RecordComponent;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Hands what a delegate gives, the record that it is catalogued with, to the process. */
public final class Outputs {

    private Outputs() {}

    public static void write(DelegateExecution process, Record given) {
        for (RecordComponent component : given.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                process.setVariable(component.getName(), component.getAccessor().invoke(given));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("what a delegate gives cannot be read: " + given.getClass(), e);
            }
        }
    }
}
