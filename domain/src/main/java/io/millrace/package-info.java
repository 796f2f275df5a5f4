/** What every feature shares: ids, money, refusals. */
@NullMarked
package io.millrace;

import org.jspecify.annotations.NullMarked;
