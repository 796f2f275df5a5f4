/** Whether a node can serve requests. */
@NullMarked
package io.millrace.api.health;

import org.jspecify.annotations.NullMarked;
