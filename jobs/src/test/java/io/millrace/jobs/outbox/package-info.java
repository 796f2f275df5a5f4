@NullMarked
package io.millrace.jobs.outbox;

import org.jspecify.annotations.NullMarked;
