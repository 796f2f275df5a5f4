/** The order and the refusals of a start. */
@NullMarked
package io.millrace.boot;

import org.jspecify.annotations.NullMarked;
