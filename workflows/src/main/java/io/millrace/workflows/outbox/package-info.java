/** Events that processes state. */
@NullMarked
package io.millrace.workflows.outbox;

import org.jspecify.annotations.NullMarked;
