/**
 * What people have to do: the engine's open user tasks, as the rest of the house sees them.
 *
 * <p>The engine owns a task; {@link Task} is its projection, written in the engine's own transaction, and
 * every list of ours reads only that. Whoever completes a task, through whichever door, completes the
 * engine's; the built-in listener then calls the {@link TaskCompletion} that the task names, inside that
 * transaction, and a refusal there leaves everything as it was.
 *
 * <p>Life: OPEN → COMPLETED or CANCELLED (its process ended another way).
 */
@NullMarked
package io.millrace.task;

import org.jspecify.annotations.NullMarked;
