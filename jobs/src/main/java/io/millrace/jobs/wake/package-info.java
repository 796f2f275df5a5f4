/** Tells the other nodes of work, and hears of theirs. */
@NullMarked
package io.millrace.jobs.wake;

import org.jspecify.annotations.NullMarked;
