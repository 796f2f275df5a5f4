package io.millrace.scenario;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Those of a demo tenant who ask and decide, signed in; their tokens last ten minutes. */
final class People {

    /** Who decides at which gate. */
    private static final Map<String, String> DECIDERS =
            Map.of("manager", "max", "revenue_assurance", "rita", "ceo", "carl", "owner", "olga");

    private final String tenant;
    private final Map<String, MillraceClient> clients = new HashMap<>();

    private People(String tenant) {
        this.tenant = tenant;
    }

    static People of(URI product, String tenant) {
        People people = new People(tenant);
        MillraceClient nobody = MillraceClient.at(product);
        people.clients.put("ann", nobody.signIn(tenant, "ann"));
        DECIDERS.values().forEach(name -> people.clients.put(name, nobody.signIn(tenant, name)));
        return people;
    }

    MillraceClient requester() {
        return named("ann");
    }

    MillraceClient decider(String gate) {
        return named(Objects.requireNonNull(DECIDERS.get(gate), gate));
    }

    MillraceClient named(String firstName) {
        return Objects.requireNonNull(clients.get(firstName), firstName);
    }

    static String addressOfRequester(String tenant) {
        return "ann@" + tenant + ".test";
    }

    static String addressOfDecider(String tenant, String gate) {
        return DECIDERS.get(gate) + "@" + tenant + ".test";
    }

    String tenant() {
        return tenant;
    }
}
