/**
 * The relay: brings stored events to their subscribers.
 *
 * <p>On every node a scout looks for what is due, woken directly after each commit and by a sweep otherwise.
 * Inside deliveries go to workers, line by line ({@link io.millrace.outbox.Line}); effects become jobs.
 * Nodes need not know of each other: rows are claimed with locks.
 *
 * <p>Invariants: an inside subscriber's work and "delivery done" commit together; order within a line is
 * never broken; an effect's job id is derived from its delivery, so handing it over twice is harmless; the
 * job server is never called inside a business transaction.
 */
@NullMarked
package io.millrace.jobs.outbox;

import org.jspecify.annotations.NullMarked;
