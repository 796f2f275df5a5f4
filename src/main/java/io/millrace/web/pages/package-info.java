/**
 * The product's own few pages: where a visitor starts, and the demo's mails.
 *
 * <p>Rendered here, without a script and without anything from elsewhere. What they look like lies in
 * {@code webapp/brand}, what they say in the templates beside this package's resources.
 */
@NullMarked
package io.millrace.web.pages;

import org.jspecify.annotations.NullMarked;
