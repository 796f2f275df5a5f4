package io.millrace.jobs.demo;

import java.time.Instant;
import java.util.List;

/**
 * A caught mail as a list shows it.
 *
 * @param to the addresses without names, empty if it names nobody
 * @param at when it arrived
 * @param links the http and https addresses in its text part, in its order
 */
public record CaughtMail(String id, String to, String subject, Instant at, List<String> links) {}
