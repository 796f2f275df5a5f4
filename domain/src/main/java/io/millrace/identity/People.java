package io.millrace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** All people of the platform; no tenant owns them. */
@ApplicationScoped
public class People {

    @PersistenceContext
    EntityManager entities;

    public Optional<Person> findByEmail(String email) {
        return entities.createQuery("SELECT p FROM Person p WHERE LOWER(p.email) = LOWER(:email)", Person.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    public void add(Person person) {
        entities.persist(person);
    }
}
