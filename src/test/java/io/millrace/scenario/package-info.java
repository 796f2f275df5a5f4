/** The built archive in Payara Micro, on a real PostgreSQL and a real SMTP server, used as its users would. */
@NullMarked
package io.millrace.scenario;

import org.jspecify.annotations.NullMarked;
