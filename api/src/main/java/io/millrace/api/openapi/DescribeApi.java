package io.millrace.api.openapi;

import static java.util.Comparator.comparing;

import io.millrace.api.MillraceApi;
import io.millrace.api.http.Endpoint;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASModelReader;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Describes every endpoint for {@code /openapi}; named in the configuration, with scanning switched off. */
public class DescribeApi implements OASModelReader {

    static final String BASE = "/api/v1";
    static final String BEARER = "bearer";
    static final String API_KEY = "apiKey";

    @Override
    public OpenAPI buildModel() {
        Schemas schemas = new Schemas();
        Paths paths = paths(new Operations(schemas));
        // Before the schemas are taken, because the problems add theirs.
        Map<String, APIResponse> refusals = Refusals.all(schemas);
        Components components = OASFactory.createComponents()
                .schemas(schemas.named())
                .responses(refusals)
                .parameters(Headers.all())
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("The access_token of POST " + BASE + "/auth/tokens"))
                .addSecurityScheme(
                        API_KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-API-Key")
                                .description("The secret of POST " + BASE + "/api-keys, for programs"));
        return OASFactory.createOpenAPI()
                .openapi("3.0.3")
                .info(OASFactory.createInfo()
                        .title("Millrace")
                        .version("1")
                        .description("Money is in minor units, instants are RFC 3339 in UTC, ids are UUIDs."
                                + " Unknown fields and parameters are refused. A field that has no value is absent."))
                .paths(paths)
                .components(components);
    }

    /** Every resource method, in a stable order. */
    public static List<Endpoint> endpoints() {
        return MillraceApi.RESOURCES.stream()
                .flatMap(resource -> List.of(resource.getMethods()).stream()
                        .filter(method -> method.getDeclaringClass() == resource && !isGenerated(method))
                        .map(method -> new Endpoint(resource, method)))
                .filter(endpoint -> endpoint.verb().isPresent())
                .sorted(comparing(Endpoint::path).thenComparing(e -> e.verb().orElseThrow()))
                .toList();
    }

    private static boolean isGenerated(Method method) {
        return method.isSynthetic() || method.isBridge();
    }

    private static Paths paths(Operations operations) {
        TreeMap<String, PathItem> items = new TreeMap<>();
        for (Endpoint endpoint : endpoints()) {
            items.computeIfAbsent(BASE + endpoint.path(), path -> OASFactory.createPathItem())
                    .setOperation(PathItem.HttpMethod.valueOf(endpoint.verb().orElseThrow()), operations.of(endpoint));
        }
        Paths paths = OASFactory.createPaths();
        items.forEach(paths::addPathItem);
        return paths;
    }
}
