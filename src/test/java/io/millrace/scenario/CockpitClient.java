package io.millrace.scenario;

import java.util.Map;
import java.util.TreeMap;

/** What Cockpit's pages ask, below {@code camunda/api}. */
final class CockpitClient {

    static final String ENGINE = "/engine/engine/default";
    static final String PLUGIN = "/cockpit/plugin/base/default";

    static final String PROCESSES = ENGINE + "/process-definition";
    static final String DECISIONS = ENGINE + "/decision-definition";
    static final String STATISTICS = PLUGIN + "/process-definition/statistics";
    static final String INSTANCES = PLUGIN + "/process-instance";
    static final String OPEN_TASKS = ENGINE + "/task/count";

    private CockpitClient() {}

    /** Each kind of question about a model, an instance and a decision table, with its method. */
    static Map<String, String> reads(String model, String instance, String decision) {
        Map<String, String> calls = lists();
        calls.putAll(about(model, instance, decision));
        return calls;
    }

    /** Those that name nothing. */
    static Map<String, String> lists() {
        Map<String, String> calls = new TreeMap<>();
        get(
                calls,
                OPEN_TASKS,
                OPEN_TASKS + "?unfinished=true&unassigned=true&withCandidateGroups=true",
                PROCESSES + "/statistics?rootIncidents=true",
                STATISTICS + "?firstResult=0&maxResults=50&sortBy=name&sortOrder=asc",
                STATISTICS + "?sortBy=incidents&sortOrder=desc",
                PLUGIN + "/process-definition/statistics-count",
                PROCESSES,
                PROCESSES + "/count?latestVersion=true",
                DECISIONS,
                DECISIONS + "/count?latestVersion=true",
                ENGINE + "/decision-requirements-definition?latestVersion=true",
                ENGINE + "/decision-requirements-definition/count?latestVersion=true",
                ENGINE + "/case-definition/count?latestVersion=true",
                ENGINE + "/deployment/count",
                ENGINE + "/history/decision-instance?includeInputs=true&includeOutputs=true",
                ENGINE + "/history/decision-instance/count");
        post(
                calls,
                ENGINE + "/process-instance",
                ENGINE + "/process-instance/count",
                INSTANCES + "?firstResult=0&maxResults=50",
                INSTANCES + "/count",
                PLUGIN + "/incident",
                PLUGIN + "/incident/count",
                ENGINE + "/variable-instance?deserializeValues=false",
                ENGINE + "/variable-instance/count");
        return calls;
    }

    /** Those that name a thing. */
    static Map<String, String> about(String model, String instance, String decision) {
        Map<String, String> calls = new TreeMap<>();
        get(
                calls,
                PROCESSES + "/" + model,
                PROCESSES + "/" + model + "/xml",
                PROCESSES + "/" + model + "/statistics?incidents=true",
                PROCESSES + "/" + model + "/static-called-process-definitions",
                DECISIONS + "/" + decision,
                DECISIONS + "/" + decision + "/xml",
                ENGINE + "/process-instance/" + instance,
                ENGINE + "/process-instance/" + instance + "/activity-instances",
                ENGINE + "/history/process-instance/" + instance,
                ENGINE + "/history/decision-instance?decisionDefinitionId=" + decision,
                ENGINE + "/history/decision-instance?processInstanceId=" + instance);
        post(calls, PLUGIN + "/process-instance/" + instance + "/called-process-instances");
        return calls;
    }

    private static void get(Map<String, String> calls, String... paths) {
        for (String path : paths) calls.put(path, "GET");
    }

    private static void post(Map<String, String> calls, String... paths) {
        for (String path : paths) calls.put(path, "POST");
    }
}
