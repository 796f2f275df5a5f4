package io.millrace.api.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record that is an RFC 7396 merge patch: what is absent stays as it is. None of its fields can be
 * removed, so a null, which would ask for that, is refused instead of being taken for absent.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MergePatch {}
