/**
 * Processes that are started by the calendar or at intervals, which no model may do by itself.
 *
 * <p>A {@link io.millrace.schedule.Schedule} names a process, a {@link io.millrace.schedule.Rhythm} and what a new
 * instance is given. Life: made → due → started, and due again at the next time of its rhythm → deleted. A start that
 * fails is noted in the schedule and tried again, after a minute at first and an hour at most, or when it is due
 * again if that is sooner.
 *
 * <p>Invariants: a due time is served once, on whichever node, in the transaction that works out the next one; what
 * was missed while nobody looked is made up for by one start, not by many; nothing is started more often than once a
 * minute, and nothing for a tenant that is suspended, whose due times pass; a tenant has a bounded number of them.
 *
 * <p>A schedule refers to its process by key and takes what the tenant has under it at that moment: its own version,
 * the platform's, or none, which is an error that the schedule shows.
 *
 * <p>Emits {@code schedule.created} and {@code schedule.deleted}. Out of scope: the threads that look for what is due,
 * which are in {@code jobs}, and the engine, which is behind the port {@link io.millrace.schedule.ScheduledProcesses}.
 */
@NullMarked
package io.millrace.schedule;

import org.jspecify.annotations.NullMarked;
