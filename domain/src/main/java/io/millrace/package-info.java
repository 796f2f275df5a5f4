/** What every feature shares and nothing else: ids, money, JSON and the refusal. */
@NullMarked
package io.millrace;

import org.jspecify.annotations.NullMarked;
