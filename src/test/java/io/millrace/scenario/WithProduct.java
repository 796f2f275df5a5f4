package io.millrace.scenario;

import java.net.URI;
import org.junit.jupiter.api.extension.ExtendWith;

/** A scenario at the archive that the build made, on a server that all scenarios share, and called from outside. */
@ExtendWith(SharedServer.class)
abstract class WithProduct {

    /** An id that nothing has. */
    static final String NOTHING = "019a0000-0000-7000-8000-000000000001";

    /** A request that the manager decides alone. */
    static final String LAPTOPS = """
            {"type": "purchase", "title": "Two laptops", "amount": {"amount": 40000, "currency": "EUR"}}""";

    /** The root of the server. */
    URI here() {
        return SharedServer.uri();
    }

    /** At the API, not signed in. */
    MillraceClient nobody() {
        return MillraceClient.at(here());
    }

    /** At the API. */
    MillraceClient signIn(String tenant, String name) {
        return nobody().signIn(tenant, name);
    }

    /** In Tasklist. */
    TasklistClient tasklist(String tenant, String name) {
        return TasklistClient.signIn(here(), tenant, name);
    }

    /** In Cockpit, as whoever the name says that is typed into its form. */
    TasklistClient cockpit(String name) {
        return TasklistClient.signInTo(here(), "cockpit", name);
    }
}
