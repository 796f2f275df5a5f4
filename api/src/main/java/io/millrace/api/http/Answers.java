package io.millrace.api.http;

import io.millrace.identity.StaleChange;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import java.util.function.Supplier;

/** The answers that resources share, with their tags and preconditions. */
public final class Answers {

    private Answers() {}

    /** 200 with the tag; 304 when the caller has exactly this already. @throws StaleChange as If-Match says */
    public static Response read(HttpHeaders headers, Tagged view) {
        requireFresh(headers, () -> view);
        EntityTag tag = view.tag();
        boolean isKnown = EntityTags.of(headers, HttpHeaders.IF_NONE_MATCH)
                .filter(known -> known.nameWeakly(tag))
                .isPresent();
        return isKnown ? Response.notModified(tag).build() : changed(view);
    }

    public static Response changed(Tagged view) {
        return Response.ok(view).tag(view.tag()).build();
    }

    /** @param list where it can be found under its id */
    public static Response created(UriBuilder list, UUID id, Tagged view) {
        return Response.created(list.path(id.toString()).build())
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
    public static void requireFresh(HttpHeaders headers, Supplier<? extends Tagged> now) {
        EntityTags.of(headers, HttpHeaders.IF_MATCH).ifPresent(read -> {
            if (!read.name(now.get().tag())) throw new StaleChange();
        });
    }
}
