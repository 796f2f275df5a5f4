/** The rules of the house, which fail the build. */
@NullMarked
package io.millrace.rules;

import org.jspecify.annotations.NullMarked;
