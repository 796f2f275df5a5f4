package io.millrace.api.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How long a text may be, in characters; control characters are never allowed in it. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    /** With 1 or more, blanks alone are not enough either. */
    int min() default 0;

    int max();

    /** Whether line breaks and tabs may be in it. */
    boolean multiline() default false;
}
