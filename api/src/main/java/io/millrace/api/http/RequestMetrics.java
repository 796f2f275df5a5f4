package io.millrace.api.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** Counts and times requests by resource, method and status. */
@ApplicationScoped
public class RequestMetrics {

    /** Request attribute: the template of the path that matched, which unlike the path has few values. */
    static final String RESOURCE = "io.millrace.resource";

    private static final Metadata REQUESTS = Metadata.builder()
            .withName("millrace_http_requests")
            .withDescription("Requests to the API and how long they took")
            // Of what is kept; it is shown in seconds and named so.
            .withUnit(MetricUnits.NANOSECONDS)
            .build();

    @Inject
    MetricRegistry registry;

    void count(HttpServletRequest request, int status, long nanos) {
        Object resource = request.getAttribute(RESOURCE);
        registry.timer(
                        REQUESTS,
                        new Tag("resource", resource == null ? "none" : resource.toString()),
                        // Whoever sends methods of their own invention gets no series of their own.
                        new Tag("method", resource == null ? "any" : Objects.toString(request.getMethod())),
                        new Tag("status", Integer.toString(status)))
                .update(Duration.ofNanos(nanos));
    }
}
