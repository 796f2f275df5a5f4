package io.millrace.web;

import static io.millrace.web.AllowedCalls.DEFINITION;
import static io.millrace.web.AllowedCalls.ENGINE;
import static io.millrace.web.AllowedCalls.ID;
import static io.millrace.web.AllowedCalls.rule;

import java.util.List;

/** The calls that Tasklist needs. */
final class TasklistCalls {

    private static final String TASK = ENGINE + "/task/" + ID;

    static final AllowedCalls ALL = new AllowedCalls(List.of(
            // the lists
            rule("GET", ENGINE + "/filter", "firstResult", "maxResults", "itemCount", "resourceType"),
            rule("GET", ENGINE + "/filter/count", "itemCount", "resourceType"),
            rule("GET", ENGINE + "/filter/" + ID, "itemCount"),
            rule("OPTIONS", ENGINE + "/filter(?:/" + ID + ")?"),
            rule("POST", ENGINE + "/filter/" + ID + "/list", "firstResult", "maxResults"),
            rule("POST", ENGINE + "/filter/" + ID + "/count"),
            // after one is done: whether the same process waits for the same person again
            rule("GET", ENGINE + "/task", "assignee!", "processInstanceId!", "maxResults"),
            // one task
            rule("GET", TASK),
            rule("GET", TASK + "/(?:form|deployed-form|rendered-form|form-variables|identity-links|comment)", "*"),
            rule("POST", TASK + "/(?:claim|unclaim|submit-form|complete)"),
            rule("GET", ENGINE + "/history/user-operation", "taskId!", "firstResult", "maxResults"),
            rule("GET", ENGINE + "/history/user-operation/count", "taskId!"),
            rule("GET", ENGINE + "/process-definition/" + DEFINITION + "(?:/xml)?")));

    private TasklistCalls() {}
}
