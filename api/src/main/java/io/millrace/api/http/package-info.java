/** What holds for every request, whichever resource answers it: its id, its headers, its parameters. */
@NullMarked
package io.millrace.api.http;

import org.jspecify.annotations.NullMarked;
