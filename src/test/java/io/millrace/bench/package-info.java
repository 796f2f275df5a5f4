/** Measures the product, each work at two sizes and beside a baseline of the same run; nothing here judges. */
@NullMarked
package io.millrace.bench;

import org.jspecify.annotations.NullMarked;
