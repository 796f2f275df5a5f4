package io.millrace.notification;

import io.millrace.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

    public Optional<EmailMessage> find(UUID id) {
        return Optional.ofNullable(entities.find(EmailMessage.class, id));
    }

    public EmailMessage require(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("message"));
    }
}
