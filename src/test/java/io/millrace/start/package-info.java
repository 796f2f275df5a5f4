/** What is told of wrong settings. */
@NullMarked
package io.millrace.start;

import org.jspecify.annotations.NullMarked;
