package io.millrace.outbox;

/**
 * A fact of a tenant's own, of a type that the platform knows nothing of.
 *
 * @param data a JSON object
 */
public record TenantEvent(String type, String subject, String data) implements DomainEvent {}
