package io.millrace.notification;

import io.millrace.approval.Approval;
import io.millrace.approval.Gate;
import io.millrace.approval.GateName;
import io.millrace.identity.Memberships;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What mails about an approval say: names, sums and words, as strings for a template. */
@ApplicationScoped
class ApprovalMailModel {

    @Inject
    Memberships memberships;

    /** The part that says what a mail is about, for whoever asks later whether it still is true. */
    static final String APPROVAL_ID = "approval_id";

    static final String GATE_NAME = "gate_name";

    Map<String, String> of(Approval approval, String gate) {
        Map<String, String> model = new HashMap<>();
        model.put(APPROVAL_ID, approval.id().toString());
        model.put("title", approval.title());
        model.put("amount", approval.amount().words());
        model.put("requester", nameOf(approval.requesterId()));
        model.put(GATE_NAME, gate);
        model.put("gate", GateName.ofWireName(gate).words());
        if (approval.openGate().filter(ApprovalMailModel::isPassedOn).isPresent()) model.put("passed_on", "yes");
        if (approval.reason() != null) model.put("reason", approval.reason());
        return model;
    }

    Map<String, String> ofClosed(Approval approval) {
        Gate last = approval.gates().stream()
                .filter(gate -> gate.decidedAt() != null)
                .max(Comparator.comparing(gate -> Objects.requireNonNull(gate.decidedAt())))
                .orElseThrow();
        Map<String, String> model =
                ofEnded(approval, last.name(), Objects.requireNonNull(last.decidedBy()), last.comment());
        model.put("at_gate", last.name().words());
        return model;
    }

    /** @param by whoever took it back in the requester's place */
    Map<String, String> ofRecalled(Approval approval, UUID by, @Nullable String reason) {
        return ofEnded(approval, approval.gates().get(0).name(), by, reason);
    }

    private Map<String, String> ofEnded(Approval approval, GateName gate, UUID by, @Nullable String comment) {
        Map<String, String> model = of(approval, gate.wireName());
        model.put("outcome", approval.state().name().toLowerCase(Locale.ROOT));
        model.put("decided_by", nameOf(by));
        if (comment != null) model.put("comment", comment);
        return model;
    }

    private static boolean isPassedOn(Gate gate) {
        return gate.askedGroup() != gate.name().group();
    }

    /** Operators are members of the platform and of no tenant. */
    private String nameOf(UUID membershipId) {
        return memberships
                .find(membershipId)
                .map(member -> member.person().name())
                .orElse("a platform operator");
    }
}
