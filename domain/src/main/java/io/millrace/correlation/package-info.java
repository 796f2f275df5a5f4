/**
 * How events find processes: which event starts which model, and what becomes of one that comes too early.
 *
 * <p>A {@link io.millrace.correlation.Trigger} is a place in a version of a model where events of a type come in. The
 * triggers are written in the transaction that deploys the version, and go with it. The highest version of a key
 * counts for what starts; a tenant's own key hides the platform's. Triggers of older versions stay, because what runs
 * by them still waits.
 *
 * <p>An event whose type nobody listens to costs one look at an index, in the transaction that writes it. Written a
 * moment before a deployment commits, it does not count for the new model: it happened before.
 *
 * <p>Life of a waiting message: kept when its event neither started nor moved anything although a model catches the
 * type → taken by each catch event of its subject that is entered before it expires, at most once per process instance
 * → forgotten when it expires, and reported when nobody has taken it.
 *
 * <p>Invariants: whoever looks for the other side takes the lock of (tenant, type, subject) first, so that one of the
 * two always sees the other; what an event does to processes commits with its delivery, once.
 *
 * <p>Emits {@code event.unclaimed}. Out of scope: the engine, which is in {@code workflows}.
 */
@NullMarked
package io.millrace.correlation;

import org.jspecify.annotations.NullMarked;
