/**
 * Telling people: which event leads to which mail to whom.
 *
 * <p>An {@link EmailMessage} is made inside, exactly once per (event, recipient), in the transaction that
 * hears the event; the job that sends it is an effect. It names its recipient by membership; the address
 * is looked up when it is sent.
 *
 * <p>Life: QUEUED → SENT, BOUNCED (the address was refused), SKIPPED (its {@link MailSource} says that it is not
 * true any more, or its recipient is suspended) or FAILED (its delivery is dead) → QUEUED again
 * when an operator retries the delivery.
 *
 * <p>A mail that is sent, bounced or skipped keeps of its model the ids alone.
 *
 * <p>Listens to the approval events; emits {@code message.queued}, {@code message.sent},
 * {@code message.bounced}, {@code message.skipped}.
 */
@NullMarked
package io.millrace.notification;

import org.jspecify.annotations.NullMarked;
