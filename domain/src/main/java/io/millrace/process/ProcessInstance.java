package io.millrace.process;

import io.millrace.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of a process, as projected from the engine; its id is the engine's. */
@Entity
@Table(name = "process_instance")
public class ProcessInstance extends TenantOwned {

    /** How it is with it. */
    public enum State {
        RUNNING,
        /** Running, and something in it, or in what it called, does not go on by itself. */
        INCIDENT,
        COMPLETED,
        CANCELLED;

        boolean isFinal() {
            return this == COMPLETED || this == CANCELLED;
        }
    }

    @Column(name = "process_id")
    private UUID processId;

    @Column(name = "process_key")
    private String processKey;

    @Column(name = "process_version")
    private int processVersion;

    @Column(name = "business_key")
    private @Nullable String businessKey;

    @Column(name = "called_by")
    private @Nullable UUID calledBy;

    @Enumerated(EnumType.STRING)
    private State state;

    private int incidents;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @SuppressWarnings("NullAway.Init")
    protected ProcessInstance() {} // JPA

    ProcessInstance(InstanceProjection.Facts facts) {
        super(facts.id());
        this.processId = facts.processId();
        this.processKey = facts.processKey();
        this.processVersion = facts.processVersion();
        this.businessKey = facts.businessKey();
        this.calledBy = facts.calledBy();
        this.state = State.RUNNING;
        this.startedAt = facts.startedAt();
    }

    /** @param more how many incidents have come; negative when they went */
    void countIncidents(int more) {
        incidents = Math.max(0, incidents + more);
        if (!state.isFinal()) state = incidents == 0 ? State.RUNNING : State.INCIDENT;
    }

    void end(State end, @Nullable String reason, Instant at) {
        if (state.isFinal()) return;
        state = end;
        endReason = reason;
        endedAt = at;
    }

    /** The model's version that it runs by, to its end. */
    public UUID processId() {
        return processId;
    }

    public String processKey() {
        return processKey;
    }

    public int processVersion() {
        return processVersion;
    }

    /** What it is about, such as an approval's id. */
    public @Nullable String businessKey() {
        return businessKey;
    }

    /** The instance whose call activity began it; null for one that began by itself. */
    public @Nullable UUID calledBy() {
        return calledBy;
    }

    public State state() {
        return state;
    }

    /** Open ones, those of what it called included. */
    public int incidents() {
        return incidents;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** Why it was cancelled. */
    public @Nullable String endReason() {
        return endReason;
    }

    public boolean hasEnded() {
        return state.isFinal();
    }
}
