package io.millrace.api.page;

import io.millrace.Page;
import io.millrace.api.http.PublicAddress;
import io.millrace.api.problem.BadParameter;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a page of the domain into one of the wire. */
@ApplicationScoped
public class Paging {

    @Inject
    Cursors cursors;

    @Inject
    PublicAddress address;

    /** Asks for one page of a list. */
    @FunctionalInterface
    public interface Source<T> {
        Page<T> page(@Nullable UUID after, int limit);
    }

    public <T> PageView<T> page(PageQuery query, Source<T> source) {
        String list = list(query.here());
        UUID after = query.cursor()
                .map(cursor -> cursors.open(list, cursor)
                        .orElseThrow(() -> new BadParameter("cursor", "is not a cursor of this list")))
                .orElse(null);
        Page<T> page = source.page(after, query.limit());
        if (page.next() == null) return new PageView<>(page.items(), null, null);
        String next = cursors.seal(list, page.next());
        return new PageView<>(
                page.items(),
                next,
                address.of(query.here())
                        .replaceQuery(query.here().getRequestUri().getRawQuery())
                        .replaceQueryParam("cursor", next)
                        .build());
    }

    /** The limit may change from page to page; the filters may not, or rows would be missed. */
    private static String list(UriInfo here) {
        TreeMap<String, Object> filters = new TreeMap<>(here.getQueryParameters());
        filters.remove("cursor");
        filters.remove("limit");
        return TenantScope.current() + "\n" + here.getPath() + "\n" + filters;
    }
}
