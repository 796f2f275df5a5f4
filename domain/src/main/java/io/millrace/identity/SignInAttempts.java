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
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

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
     * Turns away whoever would only wait to be turned away, and counts nothing. The others who are here may be counted
     * although their passwords are right.
     *
     * @throws TooManyAttempts when one of the two limits is used up without them
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void refuseIfUsedUp(SignInAttempt attempt, SignInQueues.Place place) {
        refuseIfUsedUp(attempt.client(), PER_CLIENT, place::othersOfClient);
        refuseIfUsedUp(attempt.account(), PER_ACCOUNT, place::othersOfAccount);
    }

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
        giveBack(attempt.client());
        entities.createNativeQuery("DELETE FROM sign_in_attempt WHERE subject_hash = ?")
                .setParameter(1, hash(attempt.account()))
                .executeUpdate();
    }

    /** It was no guess, but nobody came in: earlier ones still count. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void giveBack(SignInAttempt attempt) {
        giveBack(attempt.client());
        giveBack(attempt.account());
    }

    private void giveBack(String subject) {
        entities.createNativeQuery(
                        "UPDATE sign_in_attempt SET failures = failures - 1 WHERE subject_hash = ? AND failures > 0")
                .setParameter(1, hash(subject))
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
        Failures failures = failures(hash).orElseThrow();
        if (failures.number() > allowed) throw new TooManyAttempts(failures.over(clock.instant()));
    }

    /** @param others asked when the count is known: whoever comes while it is being read is in it */
    private void refuseIfUsedUp(String subject, int allowed, IntSupplier others) {
        Instant now = clock.instant();
        failures(hash(subject))
                .filter(failures -> failures.number() >= allowed + others.getAsInt())
                .map(failures -> failures.over(now))
                .filter(wait -> !wait.isNegative())
                .ifPresent(wait -> {
                    throw new TooManyAttempts(wait);
                });
    }

    private Optional<Failures> failures(String hash) {
        List<?> rows = entities.createNativeQuery(
                        "SELECT failures, window_start FROM sign_in_attempt WHERE subject_hash = ?")
                .setParameter(1, hash)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Failures::of).findFirst();
    }

    private record Failures(int number, Instant since) {

        static Failures of(Object[] row) {
            return new Failures(((Number) row[0]).intValue(), ((Timestamp) row[1]).toInstant());
        }

        /** In what time they are forgotten. */
        Duration over(Instant now) {
            return Duration.between(now, since.plus(WINDOW));
        }
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
