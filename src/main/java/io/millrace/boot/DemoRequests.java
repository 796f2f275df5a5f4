package io.millrace.boot;

import io.millrace.Money;
import io.millrace.approval.Approvals;
import io.millrace.approval.RequestApproval;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.Member;
import io.millrace.identity.Membership;
import io.millrace.identity.Memberships;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Something to decide from the first look on. */
@ApplicationScoped
public class DemoRequests {

    @Inject
    CurrentMember currentMember;

    @Inject
    FirstRequest firstRequest;

    /** As ann, unless she has asked for something before, or may not come in any more. */
    void ask(UUID tenant, String ann, String title, long cents) {
        // Not by signing in: her password may be another by now, and a start must not depend on it.
        Optional<Member> asker = TenantScope.call(tenant, () -> firstRequest.asker(ann));
        asker.ifPresent(member -> currentMember.call(member, () -> {
            firstRequest.ask(member, title, cents);
            return null;
        }));
    }

    /** The transactions, which must begin after the tenant or the member was bound. */
    @ApplicationScoped
    static class FirstRequest {

        @Inject
        Memberships memberships;

        @Inject
        Approvals approvals;

        @Inject
        RequestApproval requestApproval;

        @Transactional
        Optional<Member> asker(String email) {
            return memberships.findByEmail(email).filter(Membership::isActive).map(Membership::asMember);
        }

        @Transactional
        void ask(Member ann, String title, long cents) {
            Approvals.Filter mine = new Approvals.Filter(null, true, null);
            if (!approvals.page(ann, mine, null, 1).items().isEmpty()) return;
            requestApproval.request(new RequestApproval.Wanted(
                    "purchase", title, Money.of(cents, "EUR"), "So that there is something to decide", null));
        }
    }
}
