/**
 * What models may refer to, in words for the analysts who draw them.
 *
 * <p>An entry is a delegate that a service task may call, a message that may be waited for, a form, a decision table,
 * what the completion of a task can do, or a group that may be asked. Everything in it is read from the code, or from
 * the tables that are deployed for the tenant, whenever somebody asks; nothing of it is kept.
 *
 * <p>The same entries are shaped as element templates for the modelling tool, and the check of a model holds what it
 * gives to a delegate against them.
 *
 * <p>Out of scope: the engine that calls delegates, behind the port {@link io.millrace.catalogue.Catalogue}.
 */
@NullMarked
package io.millrace.catalogue;

import org.jspecify.annotations.NullMarked;
