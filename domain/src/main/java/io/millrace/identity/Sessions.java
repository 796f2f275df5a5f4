package io.millrace.identity;

import io.millrace.Ids;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The signed-in devices of the bound tenant: opened, renewed with a rotating token, closed. */
@ApplicationScoped
public class Sessions {

    /** How long a device stays signed in without coming back. */
    static final Duration LIFETIME = Duration.ofDays(30);

    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    EntityManager entities;

    @Inject
    Memberships memberships;

    @Inject
    Clock clock;

    /**
     * Who is signed in now, with the token for the next renewal.
     *
     * @param id stays the same over all renewals of one device
     */
    public record Session(UUID id, Member member, String refreshToken) {}

    /** @throws WrongCredentials when the member was suspended while their password was looked at */
    @Transactional
    public Session open(Member member) {
        memberships.holdStill(); // whoever suspends them signs all devices out, and must not miss this one
        if (!memberships.require(member.id()).isActive()) throw new WrongCredentials();
        UUID id = Ids.next();
        return new Session(id, member, issue(id, member.id()));
    }

    /**
     * Exchanges a refresh token for the next one. Empty when it is unknown, expired, revoked, used
     * before or its member is suspended; one that was used before ends the whole family, since either the
     * thief or the owner holds a copy.
     */
    @Transactional
    public Optional<Session> renew(String token) {
        memberships.holdStill();
        Instant now = clock.instant();
        Optional<RefreshToken> found = find(token);
        if (found.isEmpty()) return Optional.empty();
        RefreshToken link = found.get();
        if (link.wasUsed()) end(link.familyId());
        Optional<Membership> membership = memberships.find(link.membershipId()).filter(Membership::isActive);
        if (membership.isEmpty() || !link.isUsable(now)) return Optional.empty();
        link.use(now);
        return Optional.of(
                new Session(link.familyId(), membership.get().asMember(), issue(link.familyId(), link.membershipId())));
    }

    /** Signs the device out; nothing happens for a session that is unknown. */
    @Transactional
    public void close(UUID session) {
        end(session);
    }

    /** Signs all devices of a member out: whoever lets them in again must not let in who holds an old one. */
    void closeAllOf(UUID membership) {
        entities.createQuery(
                        "UPDATE RefreshToken t SET t.revokedAt = :now WHERE t.membershipId = :membership AND t.revokedAt IS NULL")
                .setParameter("now", clock.instant())
                .setParameter("membership", membership)
                .executeUpdate();
    }

    /** The tenant that a refresh token belongs to, which its bearer need not name. */
    public static Optional<UUID> tenantOf(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 2) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(parts[0]));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not one of ours
        }
    }

    private String issue(UUID family, UUID membership) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = TenantScope.current() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        forgetExpired(membership, now);
        entities.persist(new RefreshToken(family, membership, TokenHash.of(token), now, now.plus(LIFETIME)));
        return token;
    }

    /** Used and revoked ones are kept until then, to recognise a copy. */
    private void forgetExpired(UUID membership, Instant now) {
        entities.createQuery("DELETE FROM RefreshToken t WHERE t.membershipId = :membership AND t.expiresAt < :now")
                .setParameter("membership", membership)
                .setParameter("now", now)
                .executeUpdate();
    }

    private Optional<RefreshToken> find(String token) {
        return entities.createQuery("SELECT t FROM RefreshToken t WHERE t.tokenHash = :hash", RefreshToken.class)
                .setParameter("hash", TokenHash.of(token))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE) // of two simultaneous uses one is the second
                .getResultStream()
                .findFirst();
    }

    private void end(UUID family) {
        entities.createQuery(
                        "UPDATE RefreshToken t SET t.revokedAt = :now WHERE t.familyId = :family AND t.revokedAt IS NULL")
                .setParameter("now", clock.instant())
                .setParameter("family", family)
                .executeUpdate();
    }
}
