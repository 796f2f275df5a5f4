/**
 * JSON in and out. Bodies become records; a record's components say what is allowed: a component is
 * required unless it is {@code @Nullable}, and {@link Text}, {@link Between} and {@link OneOf} bound it. Everything that is
 * wrong with a body is found at once, each finding with a JSON Pointer.
 */
@NullMarked
package io.millrace.api.json;

import org.jspecify.annotations.NullMarked;
