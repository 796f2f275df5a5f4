/**
 * What only the demo needs of this door: reading the mails that the launcher's catcher kept.
 *
 * <p>The catcher writes one file per mail and never changes it; its name says when it came. Nothing here
 * trusts what is inside: a mail may be huge, broken or hostile, and the others are still shown.
 */
@NullMarked
package io.millrace.jobs.demo;

import org.jspecify.annotations.NullMarked;
