/** The tenant's models over HTTP. */
@NullMarked
package io.millrace.api.process;

import org.jspecify.annotations.NullMarked;
