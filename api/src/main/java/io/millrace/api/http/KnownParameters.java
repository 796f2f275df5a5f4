package io.millrace.api.http;

import io.millrace.TextRule;
import io.millrace.api.json.NoBody;
import io.millrace.api.json.UnreadableBody;
import io.millrace.api.problem.BadParameter;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses requests of another shape than a resource declares: a misspelt filter must not list everything. */
@Provider
public class KnownParameters implements DynamicFeature {

    private static final Pattern NAMELESS = Pattern.compile("(?:^|&)=");

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Endpoint endpoint = Endpoint.of(resource);
        if (!endpoint.isOurs()) return;
        context.register(new Naming(endpoint.path()), Priorities.AUTHENTICATION - 1);
        context.register(
                new Check(
                        Set.copyOf(endpoint.queryParameters().keySet()),
                        endpoint.body().isPresent()),
                Priorities.AUTHORIZATION);
    }

    /** Tells the metrics what was asked for, whoever asks. */
    private record Naming(String path) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            request.setProperty(RequestMetrics.RESOURCE, path);
        }
    }

    /** Runs after authentication, so that strangers learn nothing here. */
    private record Check(Set<String> known, boolean needsBody) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) throws IOException {
            String query = request.getUriInfo().getRequestUri().getRawQuery();
            // JAX-RS passes over it, and the sender would not learn that it narrowed nothing.
            if (query != null && NAMELESS.matcher(query).find())
                throw new BadParameter("query", "has a value without a name");
            if (query != null && !isText(query)) throw new BadParameter("query", "is not UTF-8");
            request.getUriInfo().getQueryParameters().forEach((name, values) -> {
                if (!known.contains(name)) throw new BadParameter(shown(name), "is not a parameter of this request");
                if (values.size() > 1) throw new BadParameter(name, "must be given once");
                String flaw = TextRule.flaw(values.get(0), 0, TextRule.LONGEST, false);
                if (flaw != null) throw new BadParameter(name, flaw);
            });
            // Without a body and its type JAX-RS asks no reader, and the method would get null.
            if (needsBody && !request.hasEntity()) throw UnreadableBody.missing();
            else if (!needsBody) NoBody.require(request.getMediaType(), request.getEntityStream());
        }

        /**
         * JAX-RS would put a sign of its own in place of what it cannot read. Escapes are whole, because it has read
         * them; what was sent without an escape breaks a rule and harms nobody.
         */
        private static boolean isText(String query) {
            String escaped = query.replaceAll("\\P{ASCII}", "?");
            byte[] bytes =
                    URLDecoder.decode(escaped, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                return true;
            } catch (CharacterCodingException e) {
                return false;
            }
        }

        private static String shown(String name) {
            return name.length() <= 100 ? name : name.substring(0, 100) + "…";
        }
    }
}
