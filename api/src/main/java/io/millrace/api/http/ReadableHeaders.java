package io.millrace.api.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.function.Supplier;

/**
 * Refuses a type that nobody can read as one that we do not take or make. Before JAX-RS matches the request with it
 * and gives up, with 400 and no word why.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class ReadableHeaders implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        require(request::getAcceptableMediaTypes, NotAcceptableException::new);
        if (!request.hasEntity()) return;
        require(request::getMediaType, NotSupportedException::new);
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) throw new NotSupportedException();
    }

    private static void require(Supplier<?> header, Supplier<WebApplicationException> refusal) {
        try {
            Object ignored = header.get();
        } catch (ProcessingException | IllegalArgumentException unreadable) {
            throw refusal.get();
        }
    }
}
