package io.millrace.idempotency;

/**
 * A request that its sender marked.
 *
 * @param principal who sent it; keys of different senders have nothing to do with each other
 * @param hash of everything that makes it this request and no other: method, path and body
 */
public record MarkedRequest(String principal, String key, String hash) {}
