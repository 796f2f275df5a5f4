/**
 * Runs the product from one file: {@code java -jar millrace.jar}.
 *
 * <p>The launcher unpacks what the jar carries, starts a database and a mail catcher unless real ones are configured,
 * starts Payara Micro with the WAR as a child, waits until it is ready and tells what runs where. It is the parent of
 * everything it starts: when it ends, however it ends, nothing of it stays behind.
 *
 * <p>Nothing here is part of the WAR, and nothing here knows the product beyond its settings, its health page and, for
 * the demo, who can sign in.
 */
@NullMarked
package io.millrace.launcher;

import org.jspecify.annotations.NullMarked;
