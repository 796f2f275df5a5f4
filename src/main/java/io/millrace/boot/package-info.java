/** Wiring: settings, data sources, migrations, the order of start and stop, demo data. */
@NullMarked
package io.millrace.boot;

import org.jspecify.annotations.NullMarked;
