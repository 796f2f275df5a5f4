package io.millrace.api.http;

import io.millrace.identity.StaleChange;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The answers that resources share, with their tags and preconditions. */
public final class Answers {

    private Answers() {}

    /** 200 with the tag; 304 when the caller has exactly this already. */
    public static Response read(Request request, Tagged view) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(view.tag());
        return unchanged == null ? changed(view) : unchanged.tag(view.tag()).build();
    }

    public static Response changed(Tagged view) {
        return Response.ok(view).tag(view.tag()).build();
    }

    public static Response created(UriInfo here, UUID id, Tagged view) {
        return Response.created(here.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(view)
                .tag(view.tag())
                .build();
    }

    /** @throws StaleChange when the request names another state of the thing than the one it is in */
    public static void requireFresh(Request request, Tagged now) {
        if (request.evaluatePreconditions(now.tag()) != null) throw new StaleChange();
    }
}
