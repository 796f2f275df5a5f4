@NullMarked
package io.millrace.jobs.wake;

import org.jspecify.annotations.NullMarked;
