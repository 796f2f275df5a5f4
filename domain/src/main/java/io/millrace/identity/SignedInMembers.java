package io.millrace.identity;

import io.millrace.tenancy.Tenant;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Answers who is behind a session or a key, with the rights of this moment. Asked by every request that carries
 * one, so it is one statement: whoever was suspended, signed out or revoked a second ago is out now.
 */
@ApplicationScoped
public class SignedInMembers {

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    /** Empty when the member is suspended, the session was closed, or the tenant is not open. */
    @Transactional
    public Optional<Member> find(UUID membership, UUID session) {
        return find("NULL, NULL, NULL", "", """
                        m.id = ? AND EXISTS (
                          SELECT FROM refresh_token s
                          WHERE s.tenant_id = m.tenant_id AND s.family_id = ? AND s.membership_id = m.id
                            AND s.used_at IS NULL AND s.revoked_at IS NULL)""", membership, session);
    }

    /** Empty when there is no such key, it expired or was revoked, or whoever made it could not come in person. */
    @Transactional
    public Optional<Member> find(ApiKeySecret key) {
        return find("k.permissions, k.id, k.last_used_at", """
                        JOIN api_key k ON k.tenant_id = m.tenant_id AND k.membership_id = m.id""", """
                        k.key_hash = ? AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > ?)""", key.hash(), Timestamp.from(clock.instant()));
    }

    private Optional<Member> find(String ofKey, String join, String proof, Object one, Object other) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT m.id, p.id, p.name, p.email, t.state,
                          ARRAY(SELECT role FROM membership_role r WHERE r.membership_id = m.id),
                          ARRAY(SELECT deciding_group FROM membership_group g WHERE g.membership_id = m.id), %s
                        FROM membership m JOIN person p ON p.id = m.person_id JOIN tenant t ON t.id = m.tenant_id %s
                        WHERE m.tenant_id = ? AND m.state = 'ACTIVE' AND %s""".formatted(ofKey, join, proof))) {
            query.setObject(1, TenantScope.current());
            query.setObject(2, one);
            query.setObject(3, other);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || !Tenant.State.valueOf(row.getString(5)).isOpen()) return Optional.empty();
                if (row.getString(8) != null) noteUse(connection, row.getObject(9, UUID.class), row.getTimestamp(10));
                return Optional.of(member(row));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the caller could not be looked up", e);
        }
    }

    /** To the minute: a row that every request wrote would let them wait for each other. */
    private void noteUse(Connection connection, UUID key, @Nullable Timestamp before) throws SQLException {
        Instant now = clock.instant();
        if (before != null && before.toInstant().isAfter(now.minus(USE_NOTED_EVERY))) return;
        try (PreparedStatement note = connection.prepareStatement("UPDATE api_key SET last_used_at = ? WHERE id = ?")) {
            note.setTimestamp(1, Timestamp.from(now));
            note.setObject(2, key);
            note.executeUpdate();
        }
    }

    private static Member member(ResultSet row) throws SQLException {
        Set<Role> roles = enums(Role.class, row, 6);
        Set<DecidingGroup> groups = enums(DecidingGroup.class, row, 7);
        if (roles.stream().anyMatch(Role::administers)) groups.add(DecidingGroup.ADMINISTRATOR);
        String only = row.getString(8);
        return new Member(
                row.getObject(1, UUID.class),
                TenantScope.current(),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                Set.copyOf(roles),
                Set.copyOf(groups),
                only == null ? null : ApiKey.read(only));
    }

    private static <E extends Enum<E>> Set<E> enums(Class<E> type, ResultSet row, int column) throws SQLException {
        Set<E> all = EnumSet.noneOf(type);
        Arrays.stream((String[]) row.getArray(column).getArray()).forEach(name -> all.add(Enum.valueOf(type, name)));
        return all;
    }
}
