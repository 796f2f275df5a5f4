package io.millrace.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
            // one task
            rule("GET", TASK),
            rule("GET", TASK + "/(?:form|deployed-form|form-variables|identity-links|comment)", "*"),
            rule("POST", TASK + "/(?:claim|unclaim|submit-form|complete)"),
            rule("GET", ENGINE + "/history/user-operation", "taskId", "firstResult", "maxResults"),
            rule("GET", ENGINE + "/history/user-operation/count", "taskId"),
            rule("GET", ENGINE + "/process-definition/" + DEFINITION + "(?:/xml)?"));

    private AllowedCalls() {}

    /**
     * @param path below {@code /camunda/api}, as it was sent: an escaped or dotted way to another place
     *     matches nothing
     */
    static boolean allow(String method, String path, @Nullable String query) {
        return RULES.stream().anyMatch(rule -> rule.allows(method, path, query));
    }

    private static Rule rule(String method, String path, String... parameters) {
        return new Rule(method, Pattern.compile(path), Set.of(parameters));
    }

    /** @param parameters of the query; {@code *} for any */
    private record Rule(String method, Pattern path, Set<String> parameters) {

        boolean allows(String method, String path, @Nullable String query) {
            return this.method.equals(method) && this.path.matcher(path).matches() && allowsQuery(query);
        }

        private boolean allowsQuery(@Nullable String query) {
            if (query == null || query.isEmpty() || parameters.contains("*")) return true;
            return Arrays.stream(query.split("&"))
                    .map(parameter -> parameter.split("=", 2)[0])
                    .allMatch(parameters::contains);
        }
    }
}
