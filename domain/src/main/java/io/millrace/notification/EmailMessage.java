package io.millrace.notification;

import io.millrace.Json;
import io.millrace.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One e-mail to one member, or to an address that is in what it says. */
@Entity
@Table(name = "email_message")
public class EmailMessage extends TenantOwned {

    /** How far it has come. */
    public enum State {
        QUEUED,
        SENT,
        BOUNCED,
        /** It was not true any more, or not for its recipient to know. */
        SKIPPED,
        FAILED
    }

    @Column(name = "cause_id")
    private UUID causeId;

    private String template;

    @Column(name = "recipient_id")
    private @Nullable UUID recipientId;

    private String model;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String reason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected EmailMessage() {} // JPA

    /**
     * @param causeId what it is sent for, such as an event's id
     * @param model what the template's placeholders become
     */
    EmailMessage(
            UUID causeId, String template, @Nullable UUID recipientId, Map<String, String> model, Instant createdAt) {
        super(newId());
        this.causeId = causeId;
        this.template = template;
        this.recipientId = recipientId;
        this.model = Json.write(model);
        this.state = State.QUEUED;
        this.createdAt = createdAt;
    }

    void settle(State outcome, @Nullable String why, Instant at) {
        if (isSettled()) return;
        state = outcome;
        reason = why;
        settledAt = at;
        if (outcome != State.FAILED) model = Json.write(idsOf(model()));
    }

    /** What it was about may be kept; what it said, with people's names and words, only while it may be sent. */
    private static Map<String, String> idsOf(Map<String, String> said) {
        Map<String, String> ids = new HashMap<>(said);
        ids.keySet().removeIf(key -> !key.endsWith("_id"));
        return ids;
    }

    /** Only one that was given up; what a server has taken or refused for good is not sent again. */
    void queueAgain() {
        if (state != State.FAILED) return;
        state = State.QUEUED;
        reason = null;
        settledAt = null;
    }

    public boolean isSettled() {
        return state != State.QUEUED;
    }

    public String template() {
        return template;
    }

    public @Nullable UUID recipientId() {
        return recipientId;
    }

    @SuppressWarnings("unchecked")
    public Map<String, String> model() {
        return Json.read(model, Map.class);
    }

    public State state() {
        return state;
    }

    public @Nullable String reason() {
        return reason;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
