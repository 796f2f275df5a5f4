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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Answers who is behind a session, with the rights of this moment. Asked by every request that carries a
 * token, so it is one statement: whoever was suspended or signed out a second ago is out now.
 */
@ApplicationScoped
public class SignedInMembers {

    @Inject
    DataSource database;

    /** Empty when the member is suspended, the session was closed, or the tenant is not open. */
    @Transactional
    public Optional<Member> find(UUID membership, UUID session) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT p.id, p.name, p.email, t.state,
                          ARRAY(SELECT role FROM membership_role r WHERE r.membership_id = m.id),
                          ARRAY(SELECT deciding_group FROM membership_group g WHERE g.membership_id = m.id)
                        FROM membership m JOIN person p ON p.id = m.person_id JOIN tenant t ON t.id = m.tenant_id
                        WHERE m.id = ? AND m.tenant_id = ? AND m.state = 'ACTIVE' AND EXISTS (
                          SELECT FROM refresh_token s
                          WHERE s.tenant_id = m.tenant_id AND s.family_id = ? AND s.membership_id = m.id
                            AND s.used_at IS NULL AND s.revoked_at IS NULL)""")) {
            query.setObject(1, membership);
            query.setObject(2, TenantScope.current());
            query.setObject(3, session);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? member(membership, row) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the session could not be looked up", e);
        }
    }

    private static Optional<Member> member(UUID id, ResultSet row) throws SQLException {
        if (!Tenant.State.valueOf(row.getString(4)).isOpen()) return Optional.empty();
        Set<Role> roles = enums(Role.class, row, 5);
        Set<DecidingGroup> groups = enums(DecidingGroup.class, row, 6);
        if (roles.stream().anyMatch(Role::administers)) groups.add(DecidingGroup.ADMINISTRATOR);
        return Optional.of(new Member(
                id,
                TenantScope.current(),
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Set.copyOf(roles),
                Set.copyOf(groups)));
    }

    private static <E extends Enum<E>> Set<E> enums(Class<E> type, ResultSet row, int column) throws SQLException {
        Set<E> all = EnumSet.noneOf(type);
        Arrays.stream((String[]) row.getArray(column).getArray()).forEach(name -> all.add(Enum.valueOf(type, name)));
        return all;
    }
}
