/** Where events and the engine's processes meet: what starts, what moves, and what waits for whom. */
@NullMarked
package io.millrace.workflows.correlation;

import org.jspecify.annotations.NullMarked;
