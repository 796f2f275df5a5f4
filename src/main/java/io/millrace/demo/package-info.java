/**
 * The people of the demo, written once: the server makes them, the launcher's table and the start page show them.
 *
 * <p>Part of the WAR and of the launcher alike, so nothing but the JDK may be used here.
 */
@NullMarked
package io.millrace.demo;

import org.jspecify.annotations.NullMarked;
