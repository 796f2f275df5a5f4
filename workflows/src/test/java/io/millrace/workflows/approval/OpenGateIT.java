package io.millrace.workflows.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.approval.Decision;
import io.millrace.approval.GateName;
import io.millrace.bpmn.ApprovalGate;
import io.millrace.harness.Room;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.identity.Role;
import io.millrace.workflows.EngineRoom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the form of a gate shows of the gates before it. */
class OpenGateIT {

    @RegisterExtension
    static final Room room = EngineRoom.with();

    private static final String WHEN = " \\(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC\\)";

    private final Map<GateName, Member> deciders = new EnumMap<>(GateName.class);
    private Acme acme;

    @BeforeEach
    void people() {
        acme = new Acme(room);
        deciders.put(GateName.MANAGER, acme.max);
        deciders.put(GateName.REVENUE_ASSURANCE, acme.rita);
        deciders.put(GateName.CEO, acme.joins("Carl", Role.MEMBER, DecidingGroup.CEO));
        deciders.put(GateName.OWNER, acme.joins("Oswald", Role.MEMBER, DecidingGroup.OWNER));
    }

    @Test
    void the_first_gate_shows_nothing() {
        acme.request(acme.ann, 500_000);

        assertThat(decidedBefore()).isEmpty();
    }

    @Test
    void a_later_gate_shows_who_decided_what_and_when_and_what_they_said() {
        UUID id = acme.request(acme.ann, 500_000);

        approve(id, GateName.MANAGER, "fine\nwith me");
        approve(id, GateName.REVENUE_ASSURANCE, null);

        assertThat(decidedBefore())
                .matches("manager: Max approved" + WHEN + ": fine\nwith me\n" + "revenue assurance: Rita approved"
                        + WHEN);
    }

    @Test
    void the_longest_comments_of_all_fit() {
        UUID id = acme.request(acme.ann, 2_500_000);
        String longest = "x".repeat(ApprovalGate.COMMENT_MAX_LENGTH);

        approve(id, GateName.MANAGER, longest);
        approve(id, GateName.REVENUE_ASSURANCE, longest);
        approve(id, GateName.CEO, longest);

        assertThat(decidedBefore()).contains(longest, "manager: Max", "revenue assurance: Rita", "CEO: Carl");
    }

    private void approve(UUID id, GateName gate, @Nullable String comment) {
        acme.answer(Objects.requireNonNull(deciders.get(gate)), id, gate, Decision.APPROVE, comment);
    }

    private String decidedBefore() {
        List<String> shown = room.database()
                .texts("SELECT text_ FROM camunda.act_ru_variable WHERE name_ = 'decidedBefore' AND tenant_id_ = '%s'"
                        .formatted(acme.id));
        assertThat(shown).hasSize(1);
        return shown.get(0);
    }
}
