package io.millrace.api.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts and times requests by resource, method and status. */
@ApplicationScoped
public class RequestMetrics {

    /** Request attribute: the template of the path that matched, which unlike the path has few values. */
    static final String RESOURCE = "io.millrace.resource";

    private static final Metadata REQUESTS = Metadata.builder()
            // The unit in the name: the server turns a timer's mean into seconds, but not its quantiles.
            .withName("millrace_http_request_microseconds")
            .withDescription("Requests to the API and how long they took")
            .build();

    @Inject
    MetricRegistry registry;

    void count(HttpServletRequest request, int status, long nanos) {
        Object resource = request.getAttribute(RESOURCE);
        registry.histogram(
                        REQUESTS,
                        new Tag("resource", resource == null ? "none" : resource.toString()),
                        // Whoever sends methods of their own invention gets no series of their own.
                        new Tag("method", resource == null ? "any" : Objects.toString(request.getMethod())),
                        new Tag("status", Integer.toString(status)))
                .update(TimeUnit.NANOSECONDS.toMicros(nanos));
    }
}
