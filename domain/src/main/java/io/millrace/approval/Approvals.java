package io.millrace.approval;

import io.millrace.NotFound;
import io.millrace.Page;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Memberships;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All approvals of the bound tenant. */
@ApplicationScoped
public class Approvals {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Memberships memberships;

    /** What a list of approvals is narrowed to; nulls narrow nothing. */
    public record Filter(
            @Nullable ApprovalState state,
            @Nullable Boolean mine,
            @Nullable String type) {}

    public void add(Approval approval) {
        entities.persist(approval);
    }

    public Optional<Approval> find(UUID id) {
        return Optional.ofNullable(entities.find(Approval.class, id));
    }

    public Approval require(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("approval"));
    }

    /**
     * Read again and kept for this transaction alone: of two simultaneous answers, from whichever doors,
     * the second waits here and then sees the first. Who may be asked next stays as it is, too.
     */
    public Approval requireLocked(UUID id) {
        memberships.holdStill();
        Approval approval = entities.find(Approval.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (approval == null) throw new NotFound("approval");
        entities.createQuery("SELECT g FROM Gate g WHERE g.approval = :approval", Gate.class)
                .setParameter("approval", approval)
                .setHint("eclipselink.refresh", true)
                .getResultList();
        return approval;
    }

    /** Those with an open gate that the group was asked at. */
    List<UUID> openAt(DecidingGroup group) {
        return openGates(group, "").getResultList();
    }

    /** Those with an open gate that the group was asked at, of one requester only. */
    List<UUID> openAt(DecidingGroup group, UUID requesterId) {
        return openGates(group, " AND g.approval.requesterId = :requester")
                .setParameter("requester", requesterId)
                .getResultList();
    }

    /** Those with an open gate at which others than its own group are asked. */
    List<UUID> passedOn() {
        return Stream.of(GateName.values())
                .flatMap(gate -> entities.createQuery(
                                "SELECT g.approval.id FROM Gate g WHERE g.state = :open AND g.name = :name"
                                        + " AND g.askedGroup <> :own ORDER BY g.approval.id",
                                UUID.class)
                        .setParameter("open", GateState.OPEN)
                        .setParameter("name", gate)
                        .setParameter("own", gate.group())
                        .getResultStream())
                .toList();
    }

    /** Those at whose next gate nobody could be asked. */
    List<UUID> waitingForDeciders() {
        return entities.createQuery("SELECT a.id FROM Approval a WHERE a.state = :state ORDER BY a.id", UUID.class)
                .setParameter("state", ApprovalState.REQUESTED)
                .getResultList();
    }

    private TypedQuery<UUID> openGates(DecidingGroup group, String narrower) {
        return entities.createQuery(
                        "SELECT g.approval.id FROM Gate g WHERE g.state = :open AND g.askedGroup = :group" + narrower
                                + " ORDER BY g.approval.id",
                        UUID.class)
                .setParameter("open", GateState.OPEN)
                .setParameter("group", group);
    }

    /** Newest first, of those that the member may see. */
    public Page<Approval> page(Member member, Filter filter, @Nullable UUID after, int limit) {
        TypedQuery<Approval> query = entities.createQuery(
                "SELECT a FROM Approval a WHERE " + ApprovalVisibility.CONDITION + """
                          AND (:onlyMine = FALSE OR a.requesterId = :me)
                          AND (:anyState = TRUE OR a.state = :state)
                          AND (:anyType = TRUE OR a.type = :type)
                          AND (:fromStart = TRUE OR a.id < :after)
                        ORDER BY a.id DESC""", Approval.class);
        List<Approval> rows = ApprovalVisibility.bind(query, member)
                .setParameter("onlyMine", Boolean.TRUE.equals(filter.mine()))
                .setParameter("anyState", filter.state() == null)
                .setParameter("state", filter.state() == null ? ApprovalState.REQUESTED : filter.state())
                .setParameter("anyType", filter.type() == null)
                .setParameter("type", filter.type() == null ? "" : filter.type())
                .setParameter("fromStart", after == null)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(rows, limit, Approval::id);
    }
}
