/**
 * The room without the house: CDI, JTA, JPA and a real PostgreSQL in one JVM, for the tests of every module.
 *
 * <p>{@link TestDatabase} is one embedded server per JVM and a fresh, migrated database per test class.
 * {@link Room} is a JUnit extension that starts the beans of the class path on it: {@code @Inject},
 * {@code @Transactional}, {@code @PersistenceContext}, {@code @ConfigProperty} and the transaction
 * synchronization registry work as on the server, with the same XA data source, row-level security and
 * the application's own database role.
 */
@NullMarked
package io.millrace.harness;

import org.jspecify.annotations.NullMarked;
