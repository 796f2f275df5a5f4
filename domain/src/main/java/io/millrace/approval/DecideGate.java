package io.millrace.approval;

import io.millrace.Words;
import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.DecidingGroup;
import io.millrace.identity.Member;
import io.millrace.outbox.Outbox;
import io.millrace.task.TaskCompletion;
import io.millrace.task.TaskNotOpen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records a decider's answer at a gate. Called by the gate's user task as it completes, whichever door
 * completed it (AnswerGate, Tasklist), inside that transaction.
 */
@Words("Records the answer of a member of the asked group at a gate of a request. The process is about the request, its"
        + " variable gate names the gate, and the task's form is approval-decision.")
@ApplicationScoped
public class DecideGate implements TaskCompletion {

    /** As models write it. */
    public static final String NAME = "decideGate";

    @Inject
    Approvals approvals;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    CurrentMember currentMember;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public void requireFitting(@Nullable String businessKey, UUID instance, Map<String, @Nullable Object> variables) {
        requireCarriedBy(businessKey, instance);
        GateName unused = gate(variables.get("gate"));
    }

    /**
     * For every step of a model that is about the gates of a request.
     *
     * @param instance the outermost one
     * @throws GateMisdrawn when that is not the run which the request goes through
     */
    @Transactional
    public UUID requireCarriedBy(@Nullable String businessKey, UUID instance) {
        Approval approval = require(String.valueOf(businessKey));
        if (!instance.equals(approval.instanceId()))
            throw new GateMisdrawn("is not the one that the request goes through");
        return approval.id();
    }

    @Override
    @Transactional
    public void hold(String businessKey) {
        about(businessKey).map(Approval::id).ifPresent(approvals::requireLocked);
    }

    @Override
    @Transactional
    public void released(String businessKey) {
        about(businessKey)
                .flatMap(Approval::openGate)
                .map(gate -> new ApprovalGateReleased(
                        UUID.fromString(businessKey), gate.name().wireName()))
                .ifPresent(outbox::add);
    }

    @Override
    @Transactional
    public void requireAllowed(String businessKey, Map<String, @Nullable Object> variables) {
        require(businessKey).requireDecidable(gate(variables), currentMember.get());
    }

    @Override
    @Transactional
    public void complete(String businessKey, Map<String, @Nullable Object> variables) {
        GateName gate = gate(variables);
        Object sent = variables.get("comment");
        String comment = sent == null ? null : sent.toString();
        Decision decision = decision(variables);
        decision.requireComment(comment, "/variables/comment");
        decide(require(businessKey).id(), gate, decision, comment);
    }

    private Approval require(String businessKey) {
        return about(businessKey).orElseThrow(() -> new GateMisdrawn("is about no request"));
    }

    /** Empty when a tenant's own model is about something else. */
    private Optional<Approval> about(String businessKey) {
        try {
            return approvals.find(UUID.fromString(businessKey));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private static GateName gate(Map<String, @Nullable Object> variables) {
        Object gate = variables.get("gate");
        // Somebody decided between the reading of the task and of its variables, and its process went on.
        if (gate == null) throw new TaskNotOpen();
        return gate(gate);
    }

    /** @throws GateMisdrawn when it is none of a request's */
    public static GateName gate(@Nullable Object gate) {
        if (gate == null) throw new GateMisdrawn("names no gate");
        return Stream.of(GateName.values())
                .filter(name -> name.wireName().equals(gate))
                .findFirst()
                .orElseThrow(() -> new GateMisdrawn("names \"%s\", which is no gate".formatted(gate)));
    }

    private static Decision decision(Map<String, @Nullable Object> variables) {
        Object decision = variables.get("decision");
        return Stream.of(Decision.values())
                .filter(answer -> answer.wireName().equals(decision))
                .findFirst()
                .orElseThrow(() -> new GateMisdrawn("has \"%s\" for a decision".formatted(decision)));
    }

    @Transactional
    public Approval decide(UUID approvalId, GateName gate, Decision decision, @Nullable String comment) {
        Approval approval = approvals.requireLocked(approvalId);
        Member by = currentMember.get();
        Instant now = clock.instant();
        String before = approval.state().wireName();
        outbox.add(approval.decide(gate, decision, comment, by, now));
        AuditEntry entry = new AuditEntry(now, "approval.gate_decided", "approval", approvalId, by.id())
                .moved(before, approval.state().wireName())
                .deciding(decision.wireName())
                .saying(comment);
        DecidingGroup asked = approval.gate(gate).decidingGroup();
        // Else nobody could tell by which right somebody from elsewhere decided here.
        if (asked != gate.group()) entry.asking(asked.wireName());
        audit.record(entry);
        announceEnd(approval, gate);
        return approval;
    }

    private void announceEnd(Approval approval, GateName gate) {
        switch (approval.state()) {
            case COMPLETED -> outbox.add(new ApprovalCompleted(approval.id(), approval.requesterId()));
            case REJECTED -> outbox.add(new ApprovalRejected(approval.id(), approval.requesterId(), gate.wireName()));
            case RETURNED -> outbox.add(new ApprovalReturned(approval.id(), approval.requesterId(), gate.wireName()));
            default -> {} // goes on at the next gate
        }
    }
}
