/**
 * Questions put to several people in order.
 *
 * <p>An {@link Approval} has one {@link Gate} per role that may have to agree. The process
 * {@code purchase-approval} decides which gates are needed and opens them one after the other; the
 * entity holds the rules of deciding.
 *
 * <p>Life of an approval: REQUESTED → (the name of the open gate) → … → COMPLETED, or REJECTED, RETURNED,
 * RECALLED from any open state. REQUESTED again while a gate's deciders cannot be found.
 * When the last of them leaves an open gate, the gate shuts and the next group is asked.
 * Life of a gate: WAITING ⇄ OPEN → APPROVED, REJECTED or RETURNED; or NOT_NEEDED.
 *
 * <p>Invariants: a final approval never changes; at most one gate is open; nobody decides their own
 * request; a rejection or return carries a comment; only the last needed gate completes the approval;
 * every decision leaves exactly one audit entry and one event; the run that carries an approval is the one that began
 * with it, and no other run has a say.
 *
 * <p>Emits {@code approval.requested}, {@code approval.gate_opened}, {@code approval.gate_decided},
 * {@code approval.gate_reminded}, {@code approval.gate_released}, {@code approval.unanswerable},
 * {@code approval.completed}, {@code approval.rejected}, {@code approval.returned}, {@code approval.recalled}.
 *
 * <p>Out of scope: delegation, currencies other than EUR (until rates exist), resubmitting in place.
 */
@NullMarked
package io.millrace.approval;

import org.jspecify.annotations.NullMarked;
