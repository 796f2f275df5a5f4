@NullMarked
package io.millrace.outbox;

import org.jspecify.annotations.NullMarked;
