/** Tests of the product's own pages. */
@NullMarked
package io.millrace.web.pages;

import org.jspecify.annotations.NullMarked;
