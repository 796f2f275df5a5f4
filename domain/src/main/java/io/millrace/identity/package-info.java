/**
 * Who somebody is and what they may do.
 *
 * <p>A {@link Person} is a human being, once on the platform. A {@link Membership} is that person in one
 * tenant, with roles (sets of named permissions) and deciding groups (who may decide at which gates;
 * something else than roles). A {@link Member} is a membership at work: what every door puts behind
 * {@link CurrentMember}, and what the {@link Authorizer} asks.
 *
 * <p>Life of a membership: ACTIVE ⇄ SUSPENDED. A suspended one signs in nowhere, and its open sessions end
 * with their access token at the latest.
 *
 * <p>Invariants: passwords are kept as Argon2id hashes only; a refresh token works once, and one that is
 * presented again ends its whole family; a refused sign-in does not say which part was wrong and takes
 * as long as an accepted one.
 *
 * <p>Out of scope for now: invitations, password reset, single sign-on.
 */
@NullMarked
package io.millrace.identity;

import org.jspecify.annotations.NullMarked;
