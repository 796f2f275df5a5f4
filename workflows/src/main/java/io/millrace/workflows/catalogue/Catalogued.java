package io.millrace.workflows.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets models of tenants call a delegate, and says what it takes and gives: the components of two records. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Catalogued {

    /** Components without {@code Nullable} must be there. */
    Class<? extends Record> takes() default Nothing.class;

    /** Variables of the process afterwards. */
    Class<? extends Record> gives() default Nothing.class;

    /** Where a delegate finds what it takes. */
    Source from() default Source.PARAMETERS;

    /** Whether it runs in the transaction of whoever led the process to it. */
    boolean joins() default false;

    /** Where a delegate finds what it takes. */
    enum Source {
        /** Input parameters of its task, which the check of a model looks at. */
        PARAMETERS,
        /** Variables that the process has anyway. */
        VARIABLES
    }

    /** No components. */
    record Nothing() {}
}
