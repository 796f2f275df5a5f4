package io.millrace.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A list of calls of the vendor's REST interfaces; a call that no rule of it names is not in it. */
record AllowedCalls(List<Rule> rules) {

    static final String ENGINE = "/engine/engine/default";
    static final String ID = "[0-9a-fA-F-]{36}";
    // <key>:<version>:<id>, whose colons browsers may escape; the id alone where the key is long.
    static final String DEFINITION = "(?:[\\w.-]+(?::|%3[aA])\\d+(?::|%3[aA]))?" + ID;

    /** Who is signed in, and as whom; each page asks it. */
    static final AllowedCalls OF_EVERY_PAGE = new AllowedCalls(List.of(
            rule("GET", "/admin/auth/user/default"),
            rule("POST", "/admin/auth/user/default/login/(?:tasklist|cockpit)"),
            rule("POST", "/admin/auth/user/default/logout"),
            rule(
                    "GET",
                    "/(?:tasklist|cockpit)/plugin/(?:tasklist|cockpit)Plugins/static/app/plugin\\.(?:js|css)",
                    "bust"),
            rule("GET", "/engine/engine/?"),
            rule("GET", ENGINE + "/user/" + ID + "/profile")));

    /**
     * @param path below {@code /camunda/api}, as it was sent: an escaped or dotted way to another place
     *     matches nothing
     */
    boolean allow(String method, String path, @Nullable String query) {
        return rules.stream().anyMatch(rule -> rule.allows(method, path, query));
    }

    /** @param parameters of the query: {@code name!} must be there, {@code *} allows any */
    static Rule rule(String method, String path, String... parameters) {
        Set<String> required = Arrays.stream(parameters)
                .filter(parameter -> parameter.endsWith("!"))
                .map(parameter -> parameter.substring(0, parameter.length() - 1))
                .collect(Collectors.toSet());
        Set<String> allowed = new HashSet<>(List.of(parameters));
        allowed.addAll(required);
        return new Rule(method, Pattern.compile(path), allowed, required);
    }

    /** As {@link #rule(String, String, String...)}, for lists that come in pages and sorted. */
    static Rule list(String method, String path, String... parameters) {
        Stream<String> paging = Stream.of("firstResult", "maxResults", "sortBy", "sortOrder");
        return rule(
                method, path, Stream.concat(paging, Arrays.stream(parameters)).toArray(String[]::new));
    }

    record Rule(String method, Pattern path, Set<String> allowed, Set<String> required) {

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
