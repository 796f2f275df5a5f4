package io.millrace.boot;

import io.millrace.Money;
import io.millrace.approval.Approvals;
import io.millrace.approval.RequestApproval;
import io.millrace.demo.DemoPeople;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.Member;
import io.millrace.identity.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Something to decide from the first look on. */
@ApplicationScoped
public class DemoRequests {

    @Inject
    SignIn signIn;

    @Inject
    CurrentMember currentMember;

    @Inject
    FirstRequest firstRequest;

    /** As ann, unless she has asked for something before. */
    void ask(String tenant, String title, long cents) {
        Member ann = signIn.signIn(tenant, "ann@" + tenant + ".test", DemoPeople.PASSWORD, "start-up");
        currentMember.call(ann, () -> {
            firstRequest.ask(ann, title, cents);
            return null;
        });
    }

    /** The transaction, which must begin after the member was bound. */
    @ApplicationScoped
    static class FirstRequest {

        @Inject
        Approvals approvals;

        @Inject
        RequestApproval requestApproval;

        @Transactional
        void ask(Member ann, String title, long cents) {
            Approvals.Filter mine = new Approvals.Filter(null, true, null);
            if (!approvals.page(ann, mine, null, 1).items().isEmpty()) return;
            requestApproval.request(new RequestApproval.Wanted(
                    "purchase", title, Money.of(cents, "EUR"), "So that there is something to decide", null));
        }
    }
}
