package io.millrace.approval;

import io.millrace.Money;
import io.millrace.TextRule;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Guarded;
import io.millrace.identity.Member;
import io.millrace.task.OwnRequest;
import io.millrace.tenancy.TenantOwned;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question put to several people in order. It is open until the last of them agrees or the first of
 * them refuses; after that nothing about it changes.
 */
@Entity
@Table(name = "approval")
public class Approval extends TenantOwned implements Guarded {

    private String type;
    private String title;
    private @Nullable String reason;

    @Column(name = "amount_minor")
    private long amountMinor;

    private String currency;

    @Column(name = "requester_id")
    private UUID requesterId;

    @Column(name = "origin_id")
    private @Nullable UUID originId;

    @Enumerated(EnumType.STRING)
    private ApprovalState state;

    @OneToMany(mappedBy = "approval", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Gate> gates = new ArrayList<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "instance_id")
    private @Nullable UUID instanceId;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Approval() {} // JPA

    public Approval(RequestApproval.Wanted wanted, UUID requesterId, Instant at) {
        super(newId());
        this.type = wanted.type();
        this.title = TextRule.stripped(wanted.title());
        // A process may give an empty one; "Reason:" with nothing behind it says less than nothing.
        this.reason = wanted.reason() == null || TextRule.isBlank(wanted.reason()) ? null : wanted.reason();
        this.amountMinor = wanted.amount().minor();
        this.currency = wanted.amount().currency().getCurrencyCode();
        this.originId = wanted.originId();
        this.requesterId = requesterId;
        this.state = ApprovalState.REQUESTED;
        this.createdAt = at;
        for (GateName name : GateName.values()) {
            gates.add(new Gate(this, name));
        }
    }

    /** Its process begins. Whatever else begins later and says that it is about this is another one. */
    public void carriedBy(UUID instance) {
        if (instanceId == null && !isClosed()) instanceId = instance;
    }

    /** Says which gates are asked at all; the others will never open. */
    void route(Set<GateName> needed) {
        gates.stream().filter(gate -> !needed.contains(gate.name())).forEach(Gate::skip);
    }

    void open(GateName name, DecidingGroup asked, Instant at) {
        gate(name).open(asked, at);
        state = ApprovalState.at(name);
    }

    /** Nobody may decide at the gate whose turn it is; somebody must be put into its group. */
    void waitForDeciders(GateName name) {
        gate(name).shut();
        state = ApprovalState.REQUESTED;
    }

    /** Checks in the order of the contract: who (403), then closed, decided, not open (409). */
    public void requireDecidable(GateName name, Member by) {
        if (by.id().equals(requesterId)) throw new OwnRequest();
        Gate gate = gate(name);
        if (!gate.mayBeDecidedBy(by)) throw new NotYourGate(name);
        if (isClosed()) throw new ApprovalAlreadyClosed(state);
        gate.requireOpen();
    }

    public ApprovalGateDecided decide(
            GateName name, Decision decision, @Nullable String comment, Member by, Instant at) {
        requireDecidable(name, by);
        decision.requireComment(comment, "/comment");
        gate(name).decide(decision, comment, by.id(), at);
        ApprovalState after = stateAfter(decision);
        if (after.isFinal()) close(after, at);
        return new ApprovalGateDecided(id(), name.wireName(), decision.wireName(), after.wireName(), by.id());
    }

    /** The next gate moves it on as it opens, in the same transaction: so the trail shows from where to where. */
    private ApprovalState stateAfter(Decision decision) {
        return switch (decision) {
            case REJECT -> ApprovalState.REJECTED;
            case RETURN -> ApprovalState.RETURNED;
            case APPROVE ->
                nextGate().map(next -> ApprovalState.at(next.name())).orElse(ApprovalState.COMPLETED);
        };
    }

    /** @throws NotYourRequest @throws ApprovalAlreadyClosed */
    void recall(UUID by, Instant at) {
        if (!by.equals(requesterId)) throw new NotYourRequest();
        withdraw(at);
    }

    /** What a recall does, whoever is behind it. @throws ApprovalAlreadyClosed */
    void withdraw(Instant at) {
        if (isClosed()) throw new ApprovalAlreadyClosed(state);
        gates.forEach(Gate::withdraw);
        close(ApprovalState.RECALLED, at);
    }

    private void close(ApprovalState end, Instant at) {
        state = end;
        closedAt = at;
    }

    @Override
    public String kind() {
        return "approval";
    }

    @Override
    public boolean isVisibleTo(Member member) {
        return ApprovalVisibility.includes(this, member);
    }

    /** Whether the member may ask for it anew, better this time. */
    boolean wasReturnedTo(Member member) {
        return state == ApprovalState.RETURNED && member.id().equals(requesterId);
    }

    public boolean isClosed() {
        return state.isFinal();
    }

    public Gate gate(GateName name) {
        return gates.stream().filter(g -> g.name() == name).findFirst().orElseThrow();
    }

    /** Whether this member could decide there now, were it open. */
    public boolean asks(Member member, GateName name) {
        return !member.id().equals(requesterId) && gate(name).mayBeDecidedBy(member);
    }

    /** At most one is. */
    public Optional<Gate> openGate() {
        return gates.stream().filter(gate -> gate.state() == GateState.OPEN).findFirst();
    }

    /** The next one to be decided, while nobody can be asked there. */
    public Optional<Gate> awaitedGate() {
        return state == ApprovalState.REQUESTED ? nextGate() : Optional.empty();
    }

    private Optional<Gate> nextGate() {
        return gates.stream()
                .filter(gate -> gate.isNeeded() && !gate.isDecided())
                .findFirst();
    }

    public List<Gate> gates() {
        return List.copyOf(gates);
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public @Nullable String reason() {
        return reason;
    }

    public Money amount() {
        return Money.of(amountMinor, currency);
    }

    public UUID requesterId() {
        return requesterId;
    }

    public @Nullable UUID originId() {
        return originId;
    }

    public ApprovalState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** The run of the process that it goes through; null of one so old that nobody knows it any more. */
    public @Nullable UUID instanceId() {
        return instanceId;
    }

    public long version() {
        return version;
    }
}
