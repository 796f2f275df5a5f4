/** Schedules over HTTP. */
@NullMarked
package io.millrace.api.schedule;

import org.jspecify.annotations.NullMarked;
