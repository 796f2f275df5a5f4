/**
 * How mails leave: composed from templates in {@code resources/mail}, sent over SMTP.
 *
 * <p>Invariants: the Message-ID is the delivery's id; neither logs nor stored reasons hold an address.
 */
@NullMarked
package io.millrace.jobs.notification;

import org.jspecify.annotations.NullMarked;
