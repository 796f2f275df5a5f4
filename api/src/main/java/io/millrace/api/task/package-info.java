/** What people have to do, over HTTP. */
@NullMarked
package io.millrace.api.task;

import org.jspecify.annotations.NullMarked;
