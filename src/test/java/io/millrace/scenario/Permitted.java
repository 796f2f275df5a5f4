package io.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.scenario.Description.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who may make which call, by what the description says that it needs and what they say that they have. */
final class Permitted {

    private final Map<MillraceClient, JsonNode> permissions = new HashMap<>();

    /** @return the first of them who may */
    MillraceClient among(List<MillraceClient> people, Operation operation) {
        return people.stream()
                .filter(person -> may(person, operation))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody here may " + operation.name()));
    }

    boolean may(MillraceClient person, Operation operation) {
        if (!operation.node().has("x-permission")) return true;
        JsonNode held = permissions.computeIfAbsent(
                person, asked -> asked.get("/me").body().path("permissions"));
        for (JsonNode permission : held) {
            if (permission.equals(operation.node().get("x-permission"))) return true;
        }
        return false;
    }
}
