/** Wiring: migrations, data sources, demo data, start and stop. */
@NullMarked
package io.millrace.boot;

import org.jspecify.annotations.NullMarked;
