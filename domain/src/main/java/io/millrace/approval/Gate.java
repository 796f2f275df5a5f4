package io.millrace.approval;

import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One role's say in an approval. */
@Entity
@Table(name = "approval_gate")
public class Gate extends TenantOwned {

    @SuppressWarnings("UnusedVariable") // queries read it
    @ManyToOne(optional = false)
    @JoinColumn(name = "approval_id")
    private Approval approval;

    @Enumerated(EnumType.STRING)
    private GateName name;

    @SuppressWarnings("UnusedVariable") // the approval's list is ordered by it
    private int position;

    @Enumerated(EnumType.STRING)
    private GateState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "asked_group")
    private @Nullable DecidingGroup askedGroup;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "decided_by")
    private @Nullable UUID decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private @Nullable String comment;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Gate() {} // JPA

    Gate(Approval approval, GateName name) {
        super(newId());
        this.approval = approval;
        this.name = name;
        this.position = name.ordinal();
        this.state = GateState.WAITING;
    }

    void skip() {
        state = GateState.NOT_NEEDED;
    }

    void open(DecidingGroup asked, Instant at) {
        state = GateState.OPEN;
        askedGroup = asked;
        openedAt = at;
    }

    /** Those who were asked are gone, and there is nobody else; it opens again when there is. */
    void shut() {
        state = GateState.WAITING;
        askedGroup = null;
        openedAt = null;
    }

    /** The request was taken back: nobody is asked any more. Nothing happens at a gate that is not open. */
    void withdraw() {
        if (state == GateState.OPEN) state = GateState.WAITING;
    }

    /** @throws GateAlreadyDecided @throws GateNotOpen */
    void requireOpen() {
        // Two browser tabs: the second click must not decide the *next* person's gate.
        if (isDecided()) throw new GateAlreadyDecided(name);
        if (state != GateState.OPEN) throw new GateNotOpen(name);
    }

    void decide(Decision decision, @Nullable String words, UUID by, Instant at) {
        requireOpen();
        state = decision.outcome();
        comment = words;
        decidedBy = by;
        decidedAt = at;
    }

    /** By the group that was asked; before that, by the gate's own. */
    boolean mayBeDecidedBy(Member member) {
        return member.groups().contains(decidingGroup());
    }

    /** Those who decide there, and those whose gate it is while somebody else is asked in their place. */
    boolean concerns(Member member) {
        return mayBeDecidedBy(member) || member.groups().contains(name.group());
    }

    DecidingGroup decidingGroup() {
        return askedGroup == null ? name.group() : askedGroup;
    }

    boolean isDecided() {
        return decidedBy != null;
    }

    boolean isNeeded() {
        return state != GateState.NOT_NEEDED;
    }

    public GateName name() {
        return name;
    }

    public GateState state() {
        return state;
    }

    public @Nullable DecidingGroup askedGroup() {
        return askedGroup;
    }

    public @Nullable UUID decidedBy() {
        return decidedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable String comment() {
        return comment;
    }
}
