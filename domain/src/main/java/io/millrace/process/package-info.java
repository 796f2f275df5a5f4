/**
 * The models that a tenant's processes run by, how a tenant gets its own, and what runs by them.
 *
 * <p>A model is a process or a decision table under a key. Those that come with the platform are shared by all tenants;
 * a tenant that deploys its own under the same key gets that one from then on, and nobody else does. Each deployment of
 * a changed file is a new version; what runs stays on the version that it began with.
 *
 * <p>Invariants: nothing is deployed that the check has anything against, and then everything that is wrong is said at
 * once; the same file again is no new version; a version that anything ever ran by stays, and so does one that another
 * model of the tenant still needs; shared models are changed by nobody.
 *
 * <p>Each run of a process is projected from the engine, in its transactions, so that lists never read it. Cancelling one
 * ends the business that it was run for too: whose that is says so as an {@link io.millrace.process.InstanceOwner}.
 *
 * <p>Emits {@code process.deployed}, {@code process.version_deleted} and {@code process.cancelled}.
 *
 * <p>Out of scope: the engine that runs them and the check itself, which are behind the ports {@link
 * io.millrace.process.ModelStore} and {@link io.millrace.process.InstanceStore}.
 */
@NullMarked
package io.millrace.process;

import org.jspecify.annotations.NullMarked;
