/** Files that people and programs send: read from multipart bodies, and no more of them than a call takes. */
@NullMarked
package io.millrace.api.multipart;

import org.jspecify.annotations.NullMarked;
