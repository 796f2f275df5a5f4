/**
 * The vendor's web applications, served by ours: Tasklist, and a Cockpit for looking.
 *
 * <p>Their REST interface is the whole engine for whoever is signed in, past every use case of ours. So an
 * allow-list stands in front of it ({@link io.millrace.web.WebApp}), and what is submitted with a task
 * is checked before the engine sees it. Sign-in is ours; a session carries a membership, looked up again at
 * every call, so that a suspended member is out at once.
 *
 * <p>The one place outside {@code workflows} that knows the engine's vendor.
 */
@NullMarked
package io.millrace.web;

import org.jspecify.annotations.NullMarked;
