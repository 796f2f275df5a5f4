package io.millrace.api.http;

import io.millrace.identity.StaleChange;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Supplier;

/** The answers that resources share, with their tags and preconditions. */
public final class Answers {

    private Answers() {}

    /** 200 with the tag; 304 when the caller has exactly this already. @throws StaleChange as If-Match says */
    public static Response read(Request request, Tagged view) {
        Response.ResponseBuilder precondition = request.evaluatePreconditions(view.tag());
        if (precondition == null) return changed(view);
        Response unchanged = precondition.tag(view.tag()).build();
        if (unchanged.getStatus() != Response.Status.NOT_MODIFIED.getStatusCode()) throw new StaleChange();
        return unchanged;
    }

    public static Response changed(Tagged view) {
        return Response.ok(view).tag(view.tag()).build();
    }

    public static Response created(UriInfo here, UUID id, Tagged view) {
        return Response.created(
                        here.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(view)
                .tag(view.tag())
                .build();
    }

    /**
     * Honours If-Match.
     *
     * @param now asked only when the request carries If-Match
     * @throws StaleChange when it names another state of the thing than the one it is in
     */
    public static void requireFresh(HttpHeaders headers, Request request, Supplier<? extends Tagged> now) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) return;
        if (request.evaluatePreconditions(now.get().tag()) != null) throw new StaleChange();
    }
}
