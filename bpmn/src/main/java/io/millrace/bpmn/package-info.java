/** The words that models and code share: process keys, variables, form fields. */
@NullMarked
package io.millrace.bpmn;

import org.jspecify.annotations.NullMarked;
