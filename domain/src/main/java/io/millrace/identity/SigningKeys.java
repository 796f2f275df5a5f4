package io.millrace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Keeps the platform's token-signing key, encrypted, one for all nodes. */
@ApplicationScoped
public class SigningKeys {

    private static final String PURPOSE = "signing-key";

    @PersistenceContext
    EntityManager entities;

    @Inject
    MasterKey masterKey;

    @Inject
    Clock clock;

    /**
     * The current key, made by the first node that asks.
     *
     * @param maker makes a new private key in a text form of the caller's; called at most once
     */
    @Transactional
    public String currentOr(Supplier<String> maker) {
        // Two nodes may start at once: the second waits here and then reads the first one's key.
        entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('millrace.signing_key')) IS NULL")
                .getSingleResult();
        List<?> stored = entities.createNativeQuery(
                        "SELECT private_jwk FROM signing_key ORDER BY created_at DESC LIMIT 1")
                .getResultList();
        if (!stored.isEmpty()) return masterKey.decrypt((String) stored.get(0), PURPOSE);
        String made = maker.get();
        entities.createNativeQuery("INSERT INTO signing_key (kid, private_jwk, created_at) VALUES (?, ?, ?)")
                .setParameter(1, io.millrace.Ids.next().toString())
                .setParameter(2, masterKey.encrypt(made, PURPOSE))
                .setParameter(3, Timestamp.from(clock.instant()))
                .executeUpdate();
        return made;
    }
}
