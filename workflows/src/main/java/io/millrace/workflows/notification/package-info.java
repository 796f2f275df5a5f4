/** What processes have to tell people. */
@NullMarked
package io.millrace.workflows.notification;

import org.jspecify.annotations.NullMarked;
