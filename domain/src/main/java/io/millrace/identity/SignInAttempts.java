package io.millrace.identity;

import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts failed sign-ins per client, and per client and account, on all nodes alike. Never per account alone: a
 * stranger could then keep its owner out. The counts belong to the platform, because a guessed tenant need not exist.
 */
@ApplicationScoped
public class SignInAttempts {

    static final int PER_ACCOUNT = 10;
    static final int PER_CLIENT = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);

    @PersistenceContext
    EntityManager entities;

    @Inject
    MasterKey masterKey;

    @Inject
    Clock clock;

    /**
     * Counts one as failed before its password is looked at: a thousand at once would all be the first. In a
     * transaction of its own, which is rolled back when the limit is reached; so the count stays at the limit.
     *
     * @throws TooManyAttempts when one of the two limits is used up
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void begin(SignInAttempt attempt) {
        forgetOldOnes();
        count(attempt.client(), PER_CLIENT);
        count(attempt.account(), PER_ACCOUNT);
    }

    /** The password was right: the account starts anew, the client is only given this one back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void succeeded(SignInAttempt attempt) {
        entities.createNativeQuery(
                        "UPDATE sign_in_attempt SET failures = failures - 1 WHERE subject_hash = ? AND failures > 0")
                .setParameter(1, hash(attempt.client()))
                .executeUpdate();
        entities.createNativeQuery("DELETE FROM sign_in_attempt WHERE subject_hash = ?")
                .setParameter(1, hash(attempt.account()))
                .executeUpdate();
    }

    private void count(String subject, int allowed) {
        String hash = hash(subject);
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp oldest = Timestamp.from(clock.instant().minus(WINDOW));
        entities.createNativeQuery("""
                        INSERT INTO sign_in_attempt AS a (tenant_id, subject_hash, failures, window_start)
                        VALUES (?, ?, 1, ?)
                        ON CONFLICT (tenant_id, subject_hash) DO UPDATE SET
                          failures = CASE WHEN a.window_start < ? THEN 1 ELSE a.failures + 1 END,
                          window_start = CASE WHEN a.window_start < ? THEN excluded.window_start ELSE a.window_start END""")
                .setParameter(1, TenantScope.current())
                .setParameter(2, hash)
                .setParameter(3, now)
                .setParameter(4, oldest)
                .setParameter(5, oldest)
                .executeUpdate();
        Object[] row = (Object[])
                entities.createNativeQuery("SELECT failures, window_start FROM sign_in_attempt WHERE subject_hash = ?")
                        .setParameter(1, hash)
                        .getSingleResult();
        if (((Number) row[0]).intValue() <= allowed) return;
        Instant end = ((Timestamp) row[1]).toInstant().plus(WINDOW);
        throw new TooManyAttempts(Duration.between(clock.instant(), end));
    }

    /** Guesses leave a row each, so each takes old ones with it; those that others are at are left to them. */
    private void forgetOldOnes() {
        entities.createNativeQuery("""
                        DELETE FROM sign_in_attempt WHERE ctid IN (
                          SELECT ctid FROM sign_in_attempt WHERE window_start < ?
                          ORDER BY window_start LIMIT 20 FOR UPDATE SKIP LOCKED)""")
                .setParameter(1, Timestamp.from(clock.instant().minus(WINDOW)))
                .executeUpdate();
    }

    /** The table must not become a list of addresses that somebody once typed. */
    private String hash(String subject) {
        return masterKey.mac(subject, "sign-in attempt");
    }
}
