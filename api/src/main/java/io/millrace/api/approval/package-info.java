/** Approvals over HTTP. */
@NullMarked
package io.millrace.api.approval;

import org.jspecify.annotations.NullMarked;
