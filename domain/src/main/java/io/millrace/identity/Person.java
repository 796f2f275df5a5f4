package io.millrace.identity;

import io.millrace.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A human being, once on the platform however many tenants they work for. */
@Entity
@Table(name = "person")
public class Person {

    @Id
    private UUID id;

    private String email;
    private String name;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Person() {} // JPA

    public Person(String email, String name, Instant createdAt) {
        this.id = Ids.next();
        this.email = email;
        this.name = name;
        this.createdAt = createdAt;
    }

    public void setPasswordHash(String hash) {
        this.passwordHash = hash;
    }

    /** Null while the person has not chosen a password. */
    public @Nullable String passwordHash() {
        return passwordHash;
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }
}
