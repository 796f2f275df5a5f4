/** Takes care of events that wait for processes in vain. */
@NullMarked
package io.millrace.jobs.correlation;

import org.jspecify.annotations.NullMarked;
