package io.millrace.workflows.engine;

import io.millrace.bpmn.ApprovalGate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * What every member may do in the engine's web applications, and the two lists of tasks that everybody
 * has there. Tasks themselves are opened by the engine to their assignee and their group, one by one.
 */
public final class EngineGrants {

    /** Not a group of people: who may look at all that runs in the tenant asks as one of it, while they look. */
    public static final String PROCESS_READERS = "process_readers";

    static final String MINE = "Mine";
    static final String MY_GROUPS = "My groups";

    private static final List<Map<String, String>> SHOWN_ON_CARDS = List.of(
            shown(ApprovalGate.REQUEST_TITLE, "Request"),
            shown(ApprovalGate.REQUEST_AMOUNT, "Amount"),
            shown(ApprovalGate.REQUESTER_NAME, "From"));

    private EngineGrants() {}

    /** Idempotent; nodes that start together take turns at the engine's deployment lock. */
    static void ensure(ProcessEngine engine) {
        EngineCommands.of(engine).execute(context -> {
            context.getPropertyManager().acquireExclusiveLock();
            AuthorizationService grants = engine.getAuthorizationService();
            toEverybody(grants, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            // The model behind a task, what was done with it, and what its card shows. Whose tasks is decided
            // by the tenant, and which of them by the allow-list in front of the pages.
            toEverybody(
                    grants,
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_HISTORY);
            toEverybody(grants, Resources.FILTER, Authorization.ANY, Permissions.READ);
            toReaders(
                    grants,
                    Resources.PROCESS_DEFINITION,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_TASK);
            toReaders(grants, Resources.DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY);
            toReaders(grants, Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ);
            // Tasklist opens the first: what waits for an answer, and what a mail's link leads to.
            filter(engine, MY_GROUPS, "What waits for somebody in my groups", 1, claimable(engine));
            filter(engine, MINE, "What I have claimed", 2, mine(engine));
            return null;
        });
    }

    private static TaskQuery mine(ProcessEngine engine) {
        return engine.getTaskService().createTaskQuery().taskAssigneeExpression("${currentUser()}");
    }

    private static TaskQuery claimable(ProcessEngine engine) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .taskUnassigned();
    }

    private static void toEverybody(AuthorizationService grants, Resource on, String id, Permission... permissions) {
        Authorization known = of(grants, Authorization.AUTH_TYPE_GLOBAL, on, id).singleResult();
        Authorization grant = known == null ? grants.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL) : known;
        if (known == null) grant.setUserId(Authorization.ANY);
        save(grants, grant, on, id, permissions);
    }

    private static void toReaders(AuthorizationService grants, Resource on, Permission... permissions) {
        Authorization known = of(grants, Authorization.AUTH_TYPE_GRANT, on, Authorization.ANY)
                .groupIdIn(PROCESS_READERS)
                .singleResult();
        Authorization grant = known == null ? grants.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : known;
        grant.setGroupId(PROCESS_READERS);
        save(grants, grant, on, Authorization.ANY, permissions);
    }

    private static AuthorizationQuery of(AuthorizationService grants, int type, Resource on, String id) {
        return grants.createAuthorizationQuery()
                .authorizationType(type)
                .resourceType(on)
                .resourceId(id);
    }

    private static void save(
            AuthorizationService grants, Authorization grant, Resource on, String id, Permission... permissions) {
        grant.setResource(on);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        grants.saveAuthorization(grant);
    }

    private static void filter(ProcessEngine engine, String name, String description, int priority, TaskQuery query) {
        FilterService filters = engine.getFilterService();
        Filter known = filters.createTaskFilterQuery().filterName(name).singleResult();
        Filter filter = known == null ? filters.newTaskFilter(name) : known;
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "description", description,
                "priority", priority,
                "refresh", true,
                "showUndefinedVariable", false,
                "variables", SHOWN_ON_CARDS));
        filters.saveFilter(filter);
    }

    private static Map<String, String> shown(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}
