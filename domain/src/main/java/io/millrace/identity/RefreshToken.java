package io.millrace.identity;

import io.millrace.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One link in the chain of a signed-in device; works once. */
@Entity
@Table(name = "refresh_token")
public class RefreshToken extends TenantOwned {

    @Column(name = "family_id")
    private UUID familyId;

    @Column(name = "membership_id")
    private UUID membershipId;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RefreshToken() {} // JPA

    RefreshToken(UUID familyId, UUID membershipId, String tokenHash, Instant issuedAt, Instant expiresAt) {
        super(newId());
        this.familyId = familyId;
        this.membershipId = membershipId;
        this.tokenHash = tokenHash;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    UUID familyId() {
        return familyId;
    }

    UUID membershipId() {
        return membershipId;
    }

    boolean wasUsed() {
        return usedAt != null;
    }

    boolean isUsable(Instant at) {
        return usedAt == null && revokedAt == null && at.isBefore(expiresAt);
    }

    void use(Instant at) {
        usedAt = at;
    }
}
