/**
 * Door 3: the product over HTTP. A resource reads the request, names the use case and shapes the answer;
 * every rule lives behind it. One flat package per feature, and one per thing that all of them share:
 * {@code json}, {@code problem}, {@code http}, {@code page}, {@code idempotency}, {@code openapi}.
 */
@NullMarked
package io.millrace.api;

import org.jspecify.annotations.NullMarked;
