package io.millrace.notification;

import io.millrace.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All e-mails of the bound tenant. */
@ApplicationScoped
public class EmailMessages {

    @PersistenceContext
    EntityManager entities;

    public void add(EmailMessage message) {
        entities.persist(message);
    }

    /** Whether one was ever made of the three, which the database allows once. */
    boolean isQueued(UUID cause, String template, UUID recipientId) {
        return entities.createQuery(
                                "SELECT COUNT(m) FROM EmailMessage m WHERE m.causeId = :cause"
                                        + " AND m.template = :template AND m.recipientId = :recipient",
                                Long.class)
                        .setParameter("cause", cause)
                        .setParameter("template", template)
                        .setParameter("recipient", recipientId)
                        .getSingleResult()
                > 0;
    }

    /** Those of this transaction too. */
    long countSince(String template, Instant since) {
        return entities.createQuery(
                        "SELECT COUNT(m) FROM EmailMessage m WHERE m.template = :template AND m.createdAt > :since",
                        Long.class)
                .setParameter("template", template)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** When the one with this number was made, from 1, of those that are younger than that. */
    Instant madeAt(String template, Instant since, int number) {
        return entities.createQuery(
                        "SELECT m.createdAt FROM EmailMessage m WHERE m.template = :template AND m.createdAt > :since"
                                + " ORDER BY m.createdAt",
                        Instant.class)
                .setParameter("template", template)
                .setParameter("since", since)
                .setFirstResult(number - 1)
                .setMaxResults(1)
                .getSingleResult();
    }

    public Optional<EmailMessage> find(UUID id) {
        return Optional.ofNullable(entities.find(EmailMessage.class, id));
    }

    public EmailMessage require(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("message"));
    }
}
