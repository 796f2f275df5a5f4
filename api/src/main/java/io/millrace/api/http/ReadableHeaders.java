package io.millrace.api.http;

import io.millrace.api.json.UnreadableBody;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a type that nobody can read as one that we do not take or make, and a body where nobody looks for one. Before
 * JAX-RS matches the request with it and gives up, with 400 and no word why.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class ReadableHeaders implements ContainerRequestFilter {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            request.getAcceptableMediaTypes();
        } catch (ProcessingException | IllegalArgumentException unreadable) {
            throw new NotAcceptableException();
        }
        boolean takesNone = WITHOUT_BODY.contains(request.getMethod());
        if (takesNone && request.hasEntity()) throw new UnreadableBody(request.getMethod() + " takes no body.");
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        boolean isPacked = encoding != null && !encoding.strip().equalsIgnoreCase("identity");
        if (isPacked && request.hasEntity()) throw new NotSupportedException();
    }

    /** For the boundary: JAX-RS looks at the type before it asks any filter. */
    static boolean isTypeReadable(HttpServletRequest request) {
        return WITHOUT_BODY.contains(request.getMethod()) || isType(request.getHeader(HttpHeaders.CONTENT_TYPE));
    }

    private static boolean isType(@Nullable String type) {
        try {
            return type == null || MediaType.valueOf(type) != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
