package io.millrace.web;

import io.millrace.NotFound;
import io.millrace.workflows.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the model or the instance that an address names. The engine would answer differently for another tenant's
 * than for none.
 */
@ApplicationScoped
public class VisibleModels {

    private static final Pattern NAMED = Pattern.compile(AllowedCalls.ENGINE
            + "/(?:history/)?(process-definition|decision-definition|process-instance)/(" + AllowedCalls.DEFINITION
            + ")(?:/.*)?");

    @Inject
    Engine engine;

    /** @throws NotFound when there is none, or none for the caller */
    public void requireNamedIn(String path) {
        Matcher named = NAMED.matcher(path);
        if (!named.matches()) return;
        String id = named.group(2).replaceAll("(?i)%3a", ":");
        boolean isHere = path.contains("/history/")
                || switch (named.group(1)) {
                    case "process-definition" -> isProcess(id);
                    case "decision-definition" -> isDecision(id);
                    default -> isRunning(id);
                };
        if (!isHere) throw new NotFound(named.group(1).replace('-', ' '));
    }

    private boolean isProcess(String id) {
        return engine.running()
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionId(id)
                        .count()
                > 0;
    }

    private boolean isDecision(String id) {
        return engine.running()
                        .getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionId(id)
                        .count()
                > 0;
    }

    private boolean isRunning(String id) {
        return engine.running()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(id)
                        .count()
                > 0;
    }
}
