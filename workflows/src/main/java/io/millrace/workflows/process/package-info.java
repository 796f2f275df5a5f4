/** The models that analysts deploy: what they may contain, and how they come and go. */
@NullMarked
package io.millrace.workflows.process;

import org.jspecify.annotations.NullMarked;
