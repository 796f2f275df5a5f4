/** The header Idempotency-Key: a POST that is sent twice happens once and is answered the same twice. */
@NullMarked
package io.millrace.api.idempotency;

import org.jspecify.annotations.NullMarked;
