package io.millrace.tenancy;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A company that uses Millrace, or the platform itself. */
@Entity
@Table(name = "tenant")
public class Tenant {

    /** Where a tenant stands in its life; see {@code src/docs/states.md}. */
    public enum State {
        REQUESTED,
        PROVISIONING,
        TRIAL,
        ACTIVE,
        PAST_DUE,
        SUSPENDED,
        CLOSING,
        CLOSED;

        /** Whether its people may come in. */
        public boolean isOpen() {
            return this == TRIAL || this == ACTIVE || this == PAST_DUE;
        }
    }

    @Id
    private UUID id;

    private String slug;
    private String name;

    @Enumerated(EnumType.STRING)
    private State state;

    @jakarta.persistence.Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Tenant() {} // JPA

    public Tenant(UUID id, String slug, String name, State state, Instant createdAt) {
        this.id = id;
        this.slug = slug;
        this.name = name;
        this.state = state;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public State state() {
        return state;
    }

    /** Whether its people may sign in. */
    public boolean isOpen() {
        return state.isOpen();
    }
}
