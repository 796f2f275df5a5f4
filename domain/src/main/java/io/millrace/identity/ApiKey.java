package io.millrace.identity;

import io.millrace.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets a program in with some of the rights of the member who made it, until it expires or is revoked. */
@Entity
@Table(name = "api_key")
public class ApiKey extends TenantOwned implements Guarded {

    /** What a key never allows: whoever finds one must not be able to make it last. */
    public static final Set<Permission> NEVER =
            Set.of(Permission.API_KEY_MANAGE, Permission.API_KEY_MANAGE_ALL, Permission.MEMBER_MANAGE);

    /** Whether it still lets anybody in, as far as it depends on itself. */
    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    @Column(name = "membership_id")
    private UUID membershipId;

    private String name;
    private String prefix;

    @Column(name = "key_hash")
    private String keyHash;

    private String permissions;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {} // JPA

    ApiKey(
            UUID membershipId,
            String name,
            ApiKeySecret secret,
            Set<Permission> permissions,
            Instant createdAt,
            @Nullable Instant expiresAt) {
        super(newId());
        this.membershipId = membershipId;
        this.name = name;
        this.prefix = secret.prefix();
        this.keyHash = secret.hash();
        this.permissions = written(permissions);
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    private static String written(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    /** Names that are no permission any more are left out: what is not known is not allowed. */
    static Set<Permission> read(String written) {
        Set<String> names = Set.of(written.split(" ", -1));
        return Arrays.stream(Permission.values())
                .filter(permission -> names.contains(permission.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Idempotent. */
    void revoke(Instant at) {
        if (revokedAt == null) revokedAt = at;
    }

    @Override
    public String kind() {
        return "API key";
    }

    /** To whoever made it, and to administrators. */
    @Override
    public boolean isVisibleTo(Member member) {
        return member.id().equals(membershipId) || member.may(Permission.API_KEY_MANAGE_ALL);
    }

    public State state(Instant now) {
        if (revokedAt != null) return State.REVOKED;
        return expiresAt != null && !now.isBefore(expiresAt) ? State.EXPIRED : State.ACTIVE;
    }

    public UUID membershipId() {
        return membershipId;
    }

    public String name() {
        return name;
    }

    /** The part that may be shown. */
    public String prefix() {
        return prefix;
    }

    public Set<Permission> permissions() {
        return read(permissions);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    /** To the minute. */
    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }
}
