/** What models may call, made known from the delegates themselves, and shaped for the modelling tool. */
@NullMarked
package io.millrace.workflows.catalogue;

import org.jspecify.annotations.NullMarked;
