package io.millrace.api.openapi;

import io.millrace.api.http.Endpoint;
import io.millrace.api.identity.Requires;
import io.millrace.api.problem.Problem;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems that endpoints answer with. */
final class Refusals {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("400", "An unreadable body, or a parameter that is unknown or wrong"),
            Map.entry("401", "Not signed in, or not any more"),
            Map.entry("403", "Signed in, but not allowed"),
            Map.entry("404", "Not there, or not for the caller to know"),
            Map.entry("406", "The answer is of a type that the Accept header does not take"),
            Map.entry("409", "Not possible in the state that it is in"),
            Map.entry("412", "If-Match names another state than the present one"),
            Map.entry("413", "The body is too large"),
            Map.entry("415", "The body is of a type that this call does not take"),
            Map.entry("422", "Understood, but refused; errors says what is wrong with each field"),
            Map.entry("429", "Too many attempts; Retry-After says when to come back"),
            Map.entry("500", "A fault of ours"),
            Map.entry("503", "Not available right now; Retry-After says when to come back"));

    private Refusals() {}

    static Map<String, APIResponse> all(Schemas schemas) {
        Schema problem = schemas.of(Problem.class);
        Map<String, APIResponse> all = new TreeMap<>();
        MEANINGS.forEach((status, meaning) -> all.put(
                name(status),
                OASFactory.createAPIResponse()
                        .description(meaning)
                        .headers(headers(status))
                        .content(Operations.json(Problem.MEDIA_TYPE, problem))));
        return all;
    }

    private static Map<String, Header> headers(String status) {
        return switch (status) {
            case "401" -> Map.of("WWW-Authenticate", ResponseHeaders.header("How to sign in"));
            case "429", "503" -> Map.of("Retry-After", ResponseHeaders.header("In how many seconds to come back"));
            default -> Map.of();
        };
    }

    static APIResponse ref(String status) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name(status));
    }

    private static String name(String status) {
        return "Problem" + status;
    }

    static Set<String> of(Endpoint endpoint, boolean honoursTags) {
        Set<String> statuses = new TreeSet<>(Set.of("400", "406", "500", "503"));
        boolean guarded = endpoint.method().isAnnotationPresent(Requires.class);
        statuses.addAll(guarded ? Set.of("401", "403", "404") : Set.of("401", "429"));
        boolean writes = !endpoint.verb().orElseThrow().equals("GET");
        if (writes) statuses.addAll(Set.of("409", "413", "415", "422")); // whatever body it is sent, taken or not
        if (honoursTags) statuses.add("412");
        return statuses;
    }
}
