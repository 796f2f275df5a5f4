/** Who did what, over HTTP. */
@NullMarked
package io.millrace.api.audit;

import org.jspecify.annotations.NullMarked;
