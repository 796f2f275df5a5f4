/**
 * User tasks, from the engine's side: what completes them, how they are projected, and what may be
 * submitted.
 *
 * <p>Invariants: only the built-in complete listener calls the use case that a task names, whichever door
 * completed the task; variables are checked against the form before the engine writes them; the
 * projection is written in the engine's own transaction.
 */
@NullMarked
package io.millrace.workflows.task;

import org.jspecify.annotations.NullMarked;
