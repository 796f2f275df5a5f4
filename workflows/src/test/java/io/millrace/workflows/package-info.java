/** What the tests of this module share. */
@NullMarked
package io.millrace.workflows;

import org.jspecify.annotations.NullMarked;
