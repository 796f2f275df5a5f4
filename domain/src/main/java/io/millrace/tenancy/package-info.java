/**
 * Whose data it is.
 *
 * <p>A tenant is a company that uses Millrace; the platform itself is one, {@code millrace}. Every row,
 * job, delivery and process belongs to exactly one. Whoever works binds the tenant to the thread first
 * ({@link TenantScope}); the data source binds it to the database transaction; row-level security does
 * the rest. Work that is bound to nobody can read nothing and fails loudly.
 *
 * <p>Invariants: a tenant's id never changes and is what everything refers to; the slug appears only in
 * URLs, headers and sign-in. One transaction serves one tenant.
 *
 * <p>Time is asked of an injected {@link java.time.Clock}, which answers for the bound tenant.
 *
 * <p>Out of scope here: how a tenant arrives (onboarding) and what it may use (plans).
 */
@NullMarked
package io.millrace.tenancy;

import org.jspecify.annotations.NullMarked;
