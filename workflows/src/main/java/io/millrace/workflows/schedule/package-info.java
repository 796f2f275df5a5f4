/** Starts processes for schedules. */
@NullMarked
package io.millrace.workflows.schedule;

import org.jspecify.annotations.NullMarked;
