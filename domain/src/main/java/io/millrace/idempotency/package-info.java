/**
 * Doing a request once, however often it is sent.
 *
 * <p>A caller marks a request with a key of its own. The first answer of success is kept with the request's
 * effect, in its transaction; the same request with the same key gets that answer again, for a day. A
 * refusal changed nothing, so it is not kept and the request is worked out anew.
 *
 * <p>Invariants: per tenant, principal and key there is at most one effect; of two requests at the same
 * moment one runs, and the other is told to wait.
 *
 * <p>Out of scope: what a request is, and how its answer is written; that is the door's business.
 */
@NullMarked
package io.millrace.idempotency;

import org.jspecify.annotations.NullMarked;
