/** What models may refer to, over HTTP. */
@NullMarked
package io.millrace.api.catalogue;

import org.jspecify.annotations.NullMarked;
