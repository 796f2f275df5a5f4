/** The event spine, as operators see it over HTTP. */
@NullMarked
package io.millrace.api.outbox;

import org.jspecify.annotations.NullMarked;
