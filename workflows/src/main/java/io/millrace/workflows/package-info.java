/** The engine: how it starts, what it adds to every model, how it keeps time. */
@NullMarked
package io.millrace.workflows;

import org.jspecify.annotations.NullMarked;
