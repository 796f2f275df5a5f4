package io.millrace.audit;

import io.millrace.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** One line of the trail: an action on a subject that moved it from one state to another. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry extends TenantOwned {

    private Instant at;
    private String action;

    @Column(name = "subject_type")
    private String subjectType;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "actor_id")
    private @Nullable UUID actorId;

    @Column(name = "on_behalf_of")
    private @Nullable UUID onBehalfOf;

    @Column(name = "from_state")
    private @Nullable String fromState;

    @Column(name = "to_state")
    private @Nullable String toState;

    @Column(name = "asked_group")
    private @Nullable String askedGroup;

    private @Nullable String decision;
    private @Nullable String comment;

    @Column(name = "api_key_id")
    private @Nullable UUID apiKeyId;

    @Column(name = "request_id")
    private @Nullable String requestId;

    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {} // JPA

    /**
     * @param action dotted, like an event type: {@code approval.gate_decided}
     * @param actorId the membership that acted; null when a process or a job did
     */
    public AuditEntry(Instant at, String action, String subjectType, UUID subjectId, @Nullable UUID actorId) {
        super(newId());
        this.at = at;
        this.action = action;
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.actorId = actorId;
        this.requestId = MDC.get("request");
        String key = MDC.get("key");
        this.apiKeyId = key == null ? null : UUID.fromString(key);
    }

    public AuditEntry moved(@Nullable String from, @Nullable String to) {
        this.fromState = from;
        this.toState = to;
        return this;
    }

    /** @param group who may decide from now on; of a decision in another group's place, whose it was */
    public AuditEntry asking(String group) {
        this.askedGroup = group;
        return this;
    }

    /** @param answer what the actor decided */
    public AuditEntry deciding(String answer) {
        this.decision = answer;
        return this;
    }

    public AuditEntry saying(@Nullable String words) {
        this.comment = words;
        return this;
    }

    public AuditEntry onBehalfOf(@Nullable UUID membershipId) {
        this.onBehalfOf = membershipId;
        return this;
    }

    public Instant at() {
        return at;
    }

    public String action() {
        return action;
    }

    public String subjectType() {
        return subjectType;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public @Nullable UUID actorId() {
        return actorId;
    }

    /** The key that the actor's program came in with; null when the actor came in person. */
    public @Nullable UUID apiKeyId() {
        return apiKeyId;
    }

    public @Nullable UUID onBehalfOf() {
        return onBehalfOf;
    }

    public @Nullable String fromState() {
        return fromState;
    }

    public @Nullable String toState() {
        return toState;
    }

    public @Nullable String askedGroup() {
        return askedGroup;
    }

    public @Nullable String decision() {
        return decision;
    }

    public @Nullable String comment() {
        return comment;
    }
}
