package io.millrace.workflows.approval;

import io.millrace.bpmn.ApprovalGate;
import io.millrace.bpmn.PurchaseApproval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Stands in for the delegates of the models and writes down what they were called for. */
class RecordedDelegates {

    private final List<String> story = new ArrayList<>();
    private final Map<String, String> groups = new HashMap<>();

    /** By the names under which the models call them. */
    Map<Object, Object> beans() {
        return Map.of(
                PurchaseApproval.RECORD_ROUTING, (JavaDelegate) this::recordRouting,
                ApprovalGate.OPEN_GATE, (JavaDelegate) this::openGate,
                ApprovalGate.REMIND_DECIDERS, (JavaDelegate) this::remindDeciders);
    }

    void startOver() {
        story.clear();
        groups.clear();
        PurchaseApproval.NEEDED_BY_GATE.keySet().forEach(this::somebodyIsIn);
    }

    void nobodyIsIn(String group) {
        groups.remove(group);
    }

    void somebodyIsIn(String group) {
        groups.put(group, group);
    }

    void answersInstead(String gate, String group) {
        groups.put(gate, group);
    }

    /** What has happened since the last time somebody asked. */
    List<String> happened() {
        List<String> since = List.copyOf(story);
        story.clear();
        return since;
    }

    private void recordRouting(DelegateExecution process) {
        PurchaseApproval.NEEDED_BY_GATE.forEach((gate, needed) -> {
            if (Boolean.TRUE.equals(process.getVariable(needed))) story.add("needs " + gate);
        });
    }

    private void openGate(DelegateExecution process) {
        String gate = (String) process.getVariable(ApprovalGate.GATE);
        String group = groups.get(gate);
        process.setVariable(ApprovalGate.ASKED_GROUP, group);
        process.setVariable(ApprovalGate.GATE_NAME, gate);
        story.add(process.getProcessBusinessKey() + (group == null ? " finds nobody for " : " asks ") + gate);
    }

    private void remindDeciders(DelegateExecution process) {
        story.add(process.getProcessBusinessKey() + " reminds " + process.getVariable(ApprovalGate.GATE));
    }
}
