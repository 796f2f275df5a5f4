package io.millrace.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls of the vendor's REST interfaces that Tasklist needs; there are no others. */
final class AllowedCalls {

    private static final String ID = "[0-9a-fA-F-]{36}";
    // <key>:<version>:<id>, whose colons browsers may escape.
    private static final String DEFINITION = "[\\w.-]+(?::|%3[aA])\\d+(?::|%3[aA])" + ID;
    private static final String ENGINE = "/engine/engine/default";
    private static final String TASK = ENGINE + "/task/" + ID;

    private static final List<Rule> RULES = List.of(
            // signing in and out, and the page's own parts
            rule("GET", "/admin/auth/user/default"),
            rule("POST", "/admin/auth/user/default/login/tasklist"),
            rule("POST", "/admin/auth/user/default/logout"),
            rule("GET", "/tasklist/plugin/tasklistPlugins/static/app/plugin\\.(?:js|css)", "bust"),
            rule("GET", "/engine/engine/?"),
            rule("GET", ENGINE + "/user/" + ID + "/profile"),
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
            rule("GET", ENGINE + "/process-definition/" + DEFINITION + "(?:/xml)?"));

    private AllowedCalls() {}

    /**
     * @param path below {@code /camunda/api}, as it was sent: an escaped or dotted way to another place
     *     matches nothing
     */
    static boolean allow(String method, String path, @Nullable String query) {
        return RULES.stream().anyMatch(rule -> rule.allows(method, path, query));
    }

    /** @param parameters of the query: {@code name!} must be there, {@code *} allows any */
    private static Rule rule(String method, String path, String... parameters) {
        Set<String> required = Arrays.stream(parameters)
                .filter(parameter -> parameter.endsWith("!"))
                .map(parameter -> parameter.substring(0, parameter.length() - 1))
                .collect(Collectors.toSet());
        Set<String> allowed = new HashSet<>(List.of(parameters));
        allowed.addAll(required);
        return new Rule(method, Pattern.compile(path), allowed, required);
    }

    private record Rule(String method, Pattern path, Set<String> allowed, Set<String> required) {

        boolean allows(String method, String path, @Nullable String query) {
            if (!this.method.equals(method) || !this.path.matcher(path).matches()) return false;
            Set<String> asked = names(query);
            return asked.containsAll(required) && (allowed.contains("*") || allowed.containsAll(asked));
        }

        private static Set<String> names(@Nullable String query) {
            if (query == null || query.isEmpty()) return Set.of();
            return Arrays.stream(query.split("&", -1))
                    .map(parameter -> parameter.split("=", 2)[0])
                    .collect(Collectors.toSet());
        }
    }
}
