package io.millrace.identity;

import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Counts failed sign-ins per address and stops them for a while, on all nodes alike. */
@ApplicationScoped
public class SignInAttempts {

    static final int ALLOWED = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** @throws TooManyAttempts while the address has used up its failures */
    @Transactional
    public void requireFew(String email) {
        List<?> rows = entities.createNativeQuery(
                        "SELECT failures, window_start FROM sign_in_attempt WHERE subject_hash = ?")
                .setParameter(1, hash(email))
                .getResultList();
        if (rows.isEmpty()) return;
        Object[] row = (Object[]) rows.get(0);
        Instant end = ((Timestamp) row[1]).toInstant().plus(WINDOW);
        Duration left = Duration.between(clock.instant(), end);
        if (((Number) row[0]).intValue() >= ALLOWED && left.toMillis() > 0) throw new TooManyAttempts(left);
    }

    /** In a transaction of its own: the refusal that follows rolls the caller's back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void count(String email) {
        entities.createNativeQuery("""
                        INSERT INTO sign_in_attempt AS a (tenant_id, subject_hash, failures, window_start)
                        VALUES (?, ?, 1, ?)
                        ON CONFLICT (tenant_id, subject_hash) DO UPDATE SET
                          failures = CASE WHEN a.window_start < ? THEN 1 ELSE a.failures + 1 END,
                          window_start = CASE WHEN a.window_start < ? THEN excluded.window_start ELSE a.window_start END""")
                .setParameter(1, TenantScope.current())
                .setParameter(2, hash(email))
                .setParameter(3, Timestamp.from(clock.instant()))
                .setParameter(4, Timestamp.from(clock.instant().minus(WINDOW)))
                .setParameter(5, Timestamp.from(clock.instant().minus(WINDOW)))
                .executeUpdate();
    }

    @Transactional
    public void forget(String email) {
        entities.createNativeQuery("DELETE FROM sign_in_attempt WHERE subject_hash = ?")
                .setParameter(1, hash(email))
                .executeUpdate();
    }

    /** The table must not become a list of addresses that somebody once typed. */
    private static String hash(String email) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((TenantScope.current() + ":" + email.toLowerCase(Locale.ROOT))
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
