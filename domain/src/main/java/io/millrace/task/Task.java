package io.millrace.task;

import io.millrace.NotFound;
import io.millrace.Refusal;
import io.millrace.identity.Guarded;
import io.millrace.identity.Member;
import io.millrace.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a person has to do, as projected from the engine; its id is the engine's. */
@Entity
@Table(name = "task")
public class Task extends TenantOwned implements Guarded {

    /** Whether it still waits. */
    public enum State {
        OPEN,
        COMPLETED,
        CANCELLED
    }

    private String name;

    @Column(name = "process_key")
    private String processKey;

    @Column(name = "instance_id")
    private UUID instanceId;

    @Column(name = "business_key")
    private @Nullable String businessKey;

    @Column(name = "definition_key")
    private String definitionKey;

    @Column(name = "candidate_group")
    private @Nullable String candidateGroup;

    @Column(name = "assignee_id")
    private @Nullable UUID assigneeId;

    @Column(name = "excluded_id")
    private @Nullable UUID excludedId;

    private @Nullable String completes;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected Task() {} // JPA

    Task(TaskProjection.Facts facts) {
        super(facts.id());
        this.name = facts.name();
        this.processKey = facts.processKey();
        this.instanceId = facts.instanceId();
        this.businessKey = facts.businessKey();
        this.definitionKey = facts.definitionKey();
        this.candidateGroup = facts.candidateGroup();
        this.assigneeId = facts.assigneeId();
        this.excludedId = facts.excludedId();
        this.completes = facts.completes();
        this.state = State.OPEN;
        this.createdAt = facts.createdAt();
    }

    /** @throws OwnRequest when they are to leave it to the others of their group */
    void assignTo(@Nullable UUID membershipId) {
        if (membershipId != null && membershipId.equals(excludedId)) throw new OwnRequest();
        assigneeId = membershipId;
    }

    /** For a member who comes too late: whether they were ever to answer it, before what became of it. */
    public Refusal tooLate(Member member) {
        boolean isRuled = completes != null;
        if (isRuled && member.id().equals(excludedId)) return new OwnRequest();
        if (isVisibleTo(member)) return TaskNotOpen.because(this);
        return isRuled ? new NotYourTask() : new NotFound(kind());
    }

    void close(State end, Instant at) {
        if (state != State.OPEN) return;
        state = end;
        closedAt = at;
    }

    @Override
    public String kind() {
        return "task";
    }

    @Override
    public boolean isVisibleTo(Member member) {
        return TaskVisibility.includes(this, member);
    }

    /** The use case that its completion calls; null for a task that people only tick off. */
    public @Nullable String completes() {
        return completes;
    }

    public String name() {
        return name;
    }

    public String processKey() {
        return processKey;
    }

    public UUID instanceId() {
        return instanceId;
    }

    /** What the process is about, such as an approval's id. */
    public @Nullable String businessKey() {
        return businessKey;
    }

    /** The task's id in the model. */
    public String definitionKey() {
        return definitionKey;
    }

    public @Nullable String candidateGroup() {
        return candidateGroup;
    }

    public @Nullable UUID assigneeId() {
        return assigneeId;
    }

    public State state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
