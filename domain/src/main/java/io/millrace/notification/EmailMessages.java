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

    public Optional<EmailMessage> find(UUID id) {
        return Optional.ofNullable(entities.find(EmailMessage.class, id));
    }

    public EmailMessage require(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("message"));
    }
}
