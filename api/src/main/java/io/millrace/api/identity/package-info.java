/** Signing in and out over HTTP, who may call what, and the members of a tenant. */
@NullMarked
package io.millrace.api.identity;

import org.jspecify.annotations.NullMarked;
