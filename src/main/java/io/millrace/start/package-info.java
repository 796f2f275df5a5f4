/**
 * What the launcher and the server both need to know of a start: which settings there are, and how a failure is told.
 * Plain Java without a container, because the launcher has none.
 */
@NullMarked
package io.millrace.start;

import org.jspecify.annotations.NullMarked;
