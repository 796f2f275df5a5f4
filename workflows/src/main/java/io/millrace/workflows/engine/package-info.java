/**
 * The process engine of this node: how it is built, started, stopped and kept inside tenants.
 *
 * <p>One engine per node, on the application's own data source and transactions: what a request writes
 * and what its process does commit or roll back together. All nodes share the database.
 *
 * <p>Invariants: ids come from memory; every command works for a tenant, with that tenant as the engine's
 * authentication, or is the node's own ({@link io.millrace.workflows.engine.NodeWork}); an instance of a
 * shared model belongs to the tenant that started it; a tenant's own version of a model hides the shared
 * one; the engine's time is the tenant's.
 *
 * <p>Out of scope: what the processes are about; that is one package per feature beside this one.
 */
@NullMarked
package io.millrace.workflows.engine;

import org.jspecify.annotations.NullMarked;
