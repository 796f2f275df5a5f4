package io.millrace.api.page;

import io.millrace.api.json.Between;
import io.millrace.api.problem.BadParameter;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list is wanted. */
public class PageQuery {

    public static final int MOST = 200;
    public static final int USUAL = 50;

    @QueryParam("limit")
    @Parameter(description = "How many at most: 1 to " + MOST + ", " + USUAL + " unless given")
    @Between(min = 1, max = MOST)
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The next_cursor of the page before")
    @Nullable
    String cursor;

    @Context
    UriInfo here;

    int limit() {
        if (limit == null) return USUAL;
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST) {
            throw new BadParameter("limit", "must be a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(limit);
    }

    Optional<String> cursor() {
        return Optional.ofNullable(cursor);
    }

    UriInfo here() {
        return here;
    }
}
