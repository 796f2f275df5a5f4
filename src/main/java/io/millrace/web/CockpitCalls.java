package io.millrace.web;

import static io.millrace.web.AllowedCalls.DEFINITION;
import static io.millrace.web.AllowedCalls.ENGINE;
import static io.millrace.web.AllowedCalls.ID;
import static io.millrace.web.AllowedCalls.list;
import static io.millrace.web.AllowedCalls.rule;

import java.util.List;

/**
 * The calls that a Cockpit for looking needs. None changes anything; a POST among them is a question too long for
 * an address. What may be asked about models is written out: the engine shows shared ones to every tenant, and
 * would answer questions about them (an incident's words, a variable of an instance) from all tenants' instances.
 * For the same reason {@code called-process-definitions}, which Cockpit has besides, is not here.
 */
final class CockpitCalls {

    private static final String PLUGIN = "/cockpit/plugin/base/default";
    private static final String INSTANCE = ENGINE + "/process-instance/" + ID;
    private static final String PROCESS = ENGINE + "/process-definition";
    private static final String DECISION = ENGINE + "/decision-definition";
    private static final String[] OF_A_MODEL = {
        "key", "latest", "latestVersion", "tenantIdIn", "withoutTenantId", "tenantIdIn%5B%5D"
    };

    static final AllowedCalls ALL = new AllowedCalls(List.of(
            // how many there are
            rule("GET", PROCESS + "/statistics", "rootIncidents", "incidents"),
            rule(
                    "GET",
                    ENGINE + "/task/count",
                    "unfinished",
                    "assigned",
                    "unassigned",
                    "withCandidateGroups",
                    "withoutCandidateGroups"),
            rule("GET", ENGINE + "/(?:case-definition|deployment)/count", "latestVersion"),
            // models
            list("GET", PLUGIN + "/process-definition/statistics", "key", "keyLike", "name", "nameLike"),
            rule("GET", PLUGIN + "/process-definition/statistics-count", "key", "keyLike", "name", "nameLike"),
            list("GET", PROCESS, OF_A_MODEL),
            list("GET", PROCESS + "/count", OF_A_MODEL),
            rule("GET", PROCESS + "/" + DEFINITION + "(?:/xml)?"),
            rule("GET", PROCESS + "/" + DEFINITION + "/statistics", "incidents", "rootIncidents"),
            rule("GET", PROCESS + "/" + DEFINITION + "/static-called-process-definitions"),
            list("GET", DECISION, OF_A_MODEL),
            list("GET", DECISION + "/count", OF_A_MODEL),
            rule("GET", DECISION + "/" + DEFINITION + "(?:/xml)?"),
            list("GET", ENGINE + "/decision-requirements-definition", OF_A_MODEL),
            rule("GET", ENGINE + "/decision-requirements-definition/count", OF_A_MODEL),
            // what runs by them
            rule("POST", ENGINE + "/process-instance/count"),
            rule("POST", ENGINE + "/process-instance", "firstResult", "maxResults"),
            rule("GET", INSTANCE),
            rule("GET", INSTANCE + "/activity-instances"),
            list("POST", PLUGIN + "/process-instance"),
            rule("POST", PLUGIN + "/process-instance/count"),
            rule("POST", PLUGIN + "/process-instance/" + ID + "/called-process-instances"),
            rule("POST", PLUGIN + "/incident/?", "firstResult", "maxResults"),
            rule("POST", PLUGIN + "/incident/count"),
            rule("POST", ENGINE + "/variable-instance", "firstResult", "maxResults", "deserializeValues"),
            rule("POST", ENGINE + "/variable-instance/count"),
            // and what is over
            rule("GET", ENGINE + "/history/process-instance/" + ID),
            rule("GET", ENGINE + "/history/decision-instance(?:/count)?", "*")));

    private CockpitCalls() {}
}
