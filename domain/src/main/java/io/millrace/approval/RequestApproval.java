package io.millrace.approval;

import io.millrace.Money;
import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.identity.Authorizer;
import io.millrace.identity.Member;
import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import io.millrace.identity.Permission;
import io.millrace.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for something: makes the approval and starts its process, as one transaction. */
@ApplicationScoped
public class RequestApproval {

    @Inject
    Approvals approvals;

    @Inject
    ApprovalProcess process;

    @Inject
    Memberships memberships;

    @Inject
    Authorizer authorizer;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** What is asked for; the amount is more than zero. */
    public record Wanted(
            String type,
            String title,
            Money amount,
            @Nullable String reason,
            @Nullable UUID originId) {}

    /** @return the approval where it stands now: at its first gate, or with nobody to ask */
    @Transactional
    public Approval request(Wanted wanted) {
        Member by = authorizer.require(Permission.APPROVAL_REQUEST);
        return request(wanted, by, by.id(), null);
    }

    /**
     * For a member, by a process of the tenant.
     *
     * @throws RequesterNotActive when they are not there any more, or may not ask
     */
    @Transactional
    public Approval requestFor(UUID requesterId, Wanted wanted) {
        Member requester = memberships
                .find(requesterId)
                .filter(Membership::isActive)
                .map(Membership::asMember)
                .filter(member -> member.may(Permission.APPROVAL_REQUEST))
                .orElseThrow(RequesterNotActive::new);
        return request(wanted, requester, null, requesterId);
    }

    private Approval request(Wanted wanted, Member by, @Nullable UUID actor, @Nullable UUID onBehalfOf) {
        String currency = wanted.amount().currency().getCurrencyCode();
        boolean isOriginKnown = wanted.originId() == null || isOrigin(wanted.originId(), by);
        if (!currency.equals("EUR")) {
            throw isOriginKnown
                    ? new CurrencyNotSupported(currency)
                    : new CurrencyNotSupported(currency, UnknownOrigin.FINDING);
        }
        if (!isOriginKnown) throw new UnknownOrigin();
        Approval approval = new Approval(wanted, by.id(), clock.instant());
        approvals.add(approval);
        audit.record(new AuditEntry(clock.instant(), "approval.requested", "approval", approval.id(), actor)
                .onBehalfOf(onBehalfOf)
                .moved(null, approval.state().wireName()));
        outbox.add(new ApprovalRequested(
                approval.id(), wanted.type(), by.id(), wanted.amount().minor(), currency));
        process.start(approval);
        return approval;
    }

    private boolean isOrigin(UUID origin, Member by) {
        return approvals.find(origin).filter(a -> a.wasReturnedTo(by)).isPresent();
    }
}
