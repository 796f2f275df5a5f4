package io.millrace.approval;

import io.millrace.Money;
import io.millrace.identity.Member;
import io.millrace.tenancy.TenantScope;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Builds approvals for tests: {@code anApproval().requestedBy(ann).needing(MANAGER, CEO).build()}. */
public final class ApprovalBuilder {

    public static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private Member requester = MemberBuilder.aMember("ann").build();
    private Set<GateName> needed = EnumSet.allOf(GateName.class);
    private GateName open = GateName.MANAGER;
    private String title = "Two laptops";

    private ApprovalBuilder() {}

    public static ApprovalBuilder anApproval() {
        return new ApprovalBuilder();
    }

    public ApprovalBuilder requestedBy(Member member) {
        this.requester = member;
        return this;
    }

    public ApprovalBuilder titled(String words) {
        this.title = words;
        return this;
    }

    /** The first of them is open. */
    public ApprovalBuilder needing(GateName first, GateName... more) {
        this.needed = EnumSet.of(first, more);
        this.open = first;
        return this;
    }

    public Approval build() {
        UUID tenant = requester.tenantId();
        return TenantScope.call(tenant, () -> {
            Approval approval = new Approval(
                    new RequestApproval.Wanted("purchase", title, Money.of(120_000, "EUR"), null, null),
                    requester.id(),
                    NOON);
            approval.route(needed);
            approval.open(open, open.group(), NOON);
            return approval;
        });
    }
}
