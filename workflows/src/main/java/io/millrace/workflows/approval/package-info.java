/** Approvals in the engine: starting and ending their process, and what its service tasks do. */
@NullMarked
package io.millrace.workflows.approval;

import org.jspecify.annotations.NullMarked;
