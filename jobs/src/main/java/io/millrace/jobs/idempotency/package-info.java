/** Takes care of what marked requests leave behind. */
@NullMarked
package io.millrace.jobs.idempotency;

import org.jspecify.annotations.NullMarked;
