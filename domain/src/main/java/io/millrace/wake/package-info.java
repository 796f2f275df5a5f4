/** Who waits for work is woken after the commit that made it, on every node. */
@NullMarked
package io.millrace.wake;

import org.jspecify.annotations.NullMarked;
