/** How the API speaks: problems, permissions, idempotency, paging. */
@NullMarked
package io.millrace.api;

import org.jspecify.annotations.NullMarked;
