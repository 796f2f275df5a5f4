/** The threads that look for schedules that are due; nodes need not know of each other, each claims with a lock. */
@NullMarked
package io.millrace.jobs.schedule;

import org.jspecify.annotations.NullMarked;
