package io.millrace.api.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The request headers that mean something. */
final class Headers {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String IF_MATCH = "If-Match";
    static final String IF_NONE_MATCH = "If-None-Match";
    static final String TENANT = "X-Tenant-ID";

    private Headers() {}

    static Map<String, Parameter> all() {
        return Map.of(
                IDEMPOTENCY_KEY,
                header(IDEMPOTENCY_KEY, "Sent again with the same key and body, the first answer comes again for a day")
                        .schema(Schemas.text().minLength(1).maxLength(255).pattern("^[\\x20-\\x7E]*$")),
                IF_MATCH,
                header(IF_MATCH, "The ETag of what was read; another state than that is answered 412"),
                IF_NONE_MATCH,
                header(IF_NONE_MATCH, "The ETag of what was read; if it is still in that state, the answer is 304"),
                TENANT,
                header(TENANT, "For platform operators: the slug of the tenant to act in, which is audited there"));
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(Schemas.text());
    }

    static Parameter ref(String name) {
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }
}
