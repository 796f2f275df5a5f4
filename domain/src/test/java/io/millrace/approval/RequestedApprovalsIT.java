package io.millrace.approval;

import static io.millrace.approval.GateName.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Money;
import io.millrace.NotFound;
import io.millrace.Page;
import io.millrace.Refusal;
import io.millrace.identity.Authorizer;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Permission;
import io.millrace.identity.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be asked, and who sees what was. */
class RequestedApprovalsIT extends WithApprovals {

    @Test
    void other_currencies_are_refused_and_leave_nothing() {
        assertThatThrownBy(() -> room.as(ann, () -> request("USD"))).isInstanceOf(CurrencyNotSupported.class);

        assertThat(events()).isEmpty();
    }

    @Test
    void a_currency_and_an_origin_that_are_both_wrong_are_found_at_once() {
        assertThatThrownBy(() -> room.as(ann, () -> request("USD", UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        CurrencyNotSupported.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Refusal.Finding::pointer)
                                .containsExactly("/amount/currency", "/origin_id"));
    }

    @Test
    void a_blank_reason_is_none() {
        Approval approval = room.as(
                ann,
                () -> room.get(RequestApproval.class)
                        .request(new RequestApproval.Wanted(
                                "purchase", "Two laptops", Money.of(120_000, "EUR"), " \n", null)));

        assertThat(approval.reason()).isNull();
    }

    @Test
    void the_origin_of_a_request_is_one_of_one_s_own_that_was_returned() {
        UUID returned = room.as(ann, () -> request("EUR")).id();
        room.as(max, () -> room.get(DecideGate.class).decide(returned, MANAGER, Decision.RETURN, "which ones?"));
        UUID rejected = room.as(ann, () -> request("EUR")).id();
        room.as(max, () -> room.get(DecideGate.class).decide(rejected, MANAGER, Decision.REJECT, "no"));
        UUID open = room.as(ann, () -> request("EUR")).id();

        assertThat(room.as(ann, () -> request("EUR", returned)).originId()).isEqualTo(returned);
        for (UUID other : List.of(rejected, open, UUID.randomUUID())) {
            assertThatThrownBy(() -> room.as(ann, () -> request("EUR", other))).isInstanceOf(UnknownOrigin.class);
        }
        assertThatThrownBy(() -> room.as(max, () -> request("EUR", returned))).isInstanceOf(UnknownOrigin.class);
    }

    @Test
    void members_see_their_own_requests_and_those_with_a_gate_of_their_group() {
        Member carl = room.member(acme, "carl", Role.MEMBER, DecidingGroup.CEO);
        UUID id = room.as(ann, () -> request("EUR")).id();

        assertThat(visibleTo(ann)).containsExactly(id);
        assertThat(visibleTo(max)).containsExactly(id);
        assertThat(visibleTo(rita)).containsExactly(id);
        assertThat(visibleTo(carl)).isEmpty();
        assertThat(visibleTo(olga)).containsExactly(id);
        assertThatThrownBy(() -> room.as(
                        carl,
                        () -> room.get(Authorizer.class)
                                .require(
                                        Permission.APPROVAL_READ,
                                        room.get(Approvals.class).require(id))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void pages_follow_each_other_without_gap() {
        UUID first = room.as(ann, () -> request("EUR")).id();
        UUID second = room.as(ann, () -> request("EUR")).id();
        UUID third = room.as(ann, () -> request("EUR")).id();

        Page<UUID> page = room.as(ann, () -> page(ann, null, 2));
        Page<UUID> rest = room.as(ann, () -> page(ann, page.next(), 2));

        assertThat(page.items()).containsExactly(third, second);
        assertThat(rest.items()).containsExactly(first);
        assertThat(rest.next()).isNull();
    }

    private Page<UUID> page(Member member, @Nullable UUID after, int limit) {
        return room.get(Approvals.class)
                .page(member, new Approvals.Filter(null, null, null), after, limit)
                .map(Approval::id);
    }

    private List<UUID> visibleTo(Member member) {
        return room.as(member, () -> page(member, null, 50)).items();
    }
}
