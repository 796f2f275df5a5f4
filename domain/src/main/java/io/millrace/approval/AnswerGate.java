package io.millrace.approval;

import io.millrace.identity.CurrentMember;
import io.millrace.identity.Member;
import io.millrace.task.OpenTasks;
import io.millrace.task.Task;
import io.millrace.task.TaskClaimed;
import io.millrace.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers at a gate from outside Tasklist, by completing the gate's user task. */
@ApplicationScoped
public class AnswerGate {

    @Inject
    Approvals approvals;

    @Inject
    Tasks tasks;

    @Inject
    OpenTasks openTasks;

    @Inject
    CurrentMember currentMember;

    @Transactional
    public Approval answer(UUID approvalId, GateName gate, Decision decision, @Nullable String comment) {
        decision.requireComment(comment, "/comment");
        Member by = currentMember.get();
        Approval approval = approvals.requireLocked(approvalId);
        approval.requireDecidable(gate, by);
        Task task = tasks.findOpen(approvalId.toString(), DecideGate.NAME).orElseThrow(() -> new GateNotOpen(gate));
        if (task.assigneeId() != null && !task.assigneeId().equals(by.id())) throw new TaskClaimed();
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("decision", decision.wireName());
        if (comment != null) variables.put("comment", comment);
        openTasks.complete(task.id(), variables);
        return approval;
    }
}
