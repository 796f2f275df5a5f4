/**
 * Who did what, when, from which state to which, and on whose behalf: one trail for all features.
 *
 * <p>Invariants: entries are only ever added (the application's database role cannot change or delete
 * them) and commit with the change they describe. They hold ids, never names or addresses, so that
 * erasing a person leaves them as they are. A comment is what the actor chose to write.
 */
@NullMarked
package io.millrace.audit;

import org.jspecify.annotations.NullMarked;
