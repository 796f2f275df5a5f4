/** The job server: how it starts, how it is watched. */
@NullMarked
package io.millrace.jobs;

import org.jspecify.annotations.NullMarked;
