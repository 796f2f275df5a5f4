/**
 * How anything happens: the event spine.
 *
 * <p>A use case changes entities and adds past-tense facts to the {@link Outbox}. Just before its
 * transaction commits, the facts are written with a sequence number per subject and one delivery per
 * subscriber; after it the relay (in {@code jobs}) is woken and claims what is due.
 *
 * <p>Two kinds of subscriber. An {@link InsideSubscriber} touches only our database and runs in one
 * transaction with "delivery done": exactly once, in order per (tenant, subscriber, subject). An
 * {@link EffectSubscriber} touches the world and runs as a job: at least once, in no promised order,
 * with the delivery id as its idempotency key.
 *
 * <p>Life of a delivery: OPEN → DONE, or OPEN → DEAD (gave up or refused for good) → OPEN again when an
 * operator retries it. A dead inside delivery keeps its successors of the same subject waiting. An effect
 * hears of both steps in their transaction, so that its own rows can say the same.
 *
 * <p>Invariants: an event is visible only if its transaction committed; its deliveries exist with it;
 * sequence numbers of a subject have no gaps and follow the order of the commits.
 */
@NullMarked
package io.millrace.outbox;

import org.jspecify.annotations.NullMarked;
