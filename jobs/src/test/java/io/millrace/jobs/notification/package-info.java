@NullMarked
package io.millrace.jobs.notification;

import org.jspecify.annotations.NullMarked;
