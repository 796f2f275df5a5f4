/** How every "no" and every fault reads on the wire: RFC 9457 problems, each with a stable code. */
@NullMarked
package io.millrace.api.problem;

import org.jspecify.annotations.NullMarked;
