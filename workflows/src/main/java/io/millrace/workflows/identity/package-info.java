/**
 * Shows the engine our people: a membership is its user, with the membership's id; a deciding group is its
 * group; a tenant of ours is its tenant. Read-only, and only the bound tenant's.
 *
 * <p>Nobody signs in here: doors ask {@link io.millrace.identity.SignIn}. No member is an administrator of
 * the engine, whom its tenant checks would let pass.
 */
@NullMarked
package io.millrace.workflows.identity;

import org.jspecify.annotations.NullMarked;
