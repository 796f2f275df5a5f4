/** The key that the platform signs with, one for all nodes, and what is derived from it. */
@NullMarked
package io.millrace.api.keys;

import org.jspecify.annotations.NullMarked;
