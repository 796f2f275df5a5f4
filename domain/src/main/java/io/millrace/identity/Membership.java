package io.millrace.identity;

import io.millrace.tenancy.TenantOwned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person in a tenant, with what they may do there. */
@Entity
@Table(name = "membership")
public class Membership extends TenantOwned {

    /** Whether the member may come in. */
    public enum State {
        ACTIVE,
        SUSPENDED
    }

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "person_id")
    private Person person;

    @Enumerated(EnumType.STRING)
    private State state;

    // The tables' tenant_id is filled by its default, the bound tenant.
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "membership_role", joinColumns = @JoinColumn(name = "membership_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "membership_group", joinColumns = @JoinColumn(name = "membership_id"))
    @Column(name = "deciding_group")
    @Enumerated(EnumType.STRING)
    private Set<DecidingGroup> groups = new HashSet<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Membership() {} // JPA

    public Membership(Person person, Set<Role> roles, Set<DecidingGroup> groups, Instant createdAt) {
        super(newId());
        this.person = person;
        this.state = State.ACTIVE;
        this.roles.addAll(roles);
        this.groups.addAll(groups);
        this.createdAt = createdAt;
    }

    /**
     * Whether a change to this would change nothing.
     *
     * @param wantedState null wants none, as do the groups
     */
    boolean isAlready(@Nullable State wantedState, @Nullable Set<DecidingGroup> wantedGroups) {
        return (wantedState == null || wantedState == state) && (wantedGroups == null || wantedGroups.equals(groups));
    }

    /** Idempotent. @throws LastOwner when this is the only active owner left */
    void suspend(boolean isLastOwner) {
        if (isLastOwner && isActive() && roles.contains(Role.OWNER)) throw new LastOwner();
        state = State.SUSPENDED;
    }

    void activate() {
        state = State.ACTIVE;
    }

    void decideIn(Set<DecidingGroup> wanted) {
        groups.clear();
        groups.addAll(wanted);
    }

    public Person person() {
        return person;
    }

    public State state() {
        return state;
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    /** Including {@code ADMINISTRATOR}, which follows from the roles. */
    public Set<DecidingGroup> groups() {
        Set<DecidingGroup> all = EnumSet.noneOf(DecidingGroup.class);
        all.addAll(groups);
        if (roles.stream().anyMatch(Role::administers)) all.add(DecidingGroup.ADMINISTRATOR);
        return all;
    }

    public long version() {
        return version;
    }

    public Member asMember() {
        return new Member(id(), tenantId(), person.id(), person.name(), person.email(), roles(), groups());
    }
}
