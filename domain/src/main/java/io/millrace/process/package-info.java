/**
 * The models that a tenant's processes run by: which there are, and how a tenant gets its own.
 *
 * <p>A model is a process or a decision table under a key. Those that come with the platform are shared by all tenants;
 * a tenant that deploys its own under the same key gets that one from then on, and nobody else does. Each deployment of
 * a changed file is a new version; what runs stays on the version that it began with.
 *
 * <p>Invariants: nothing is deployed that the check has anything against, and then everything that is wrong is said at
 * once; the same file again is no new version; a version that anything ever ran by stays, and so does one that another
 * model of the tenant still needs; shared models are changed by nobody.
 *
 * <p>Emits {@code process.deployed} and {@code process.version_deleted}.
 *
 * <p>Out of scope: the engine that runs them and the check itself, which are behind the port {@link
 * io.millrace.process.ModelStore}.
 */
@NullMarked
package io.millrace.process;

import org.jspecify.annotations.NullMarked;
