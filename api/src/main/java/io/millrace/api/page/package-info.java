/** Lists in pages: newest first, continued by an opaque cursor that only we can make. */
@NullMarked
package io.millrace.api.page;

import org.jspecify.annotations.NullMarked;
