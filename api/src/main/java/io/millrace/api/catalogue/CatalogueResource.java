package io.millrace.api.catalogue;

import io.millrace.Page;
import io.millrace.api.identity.Requires;
import io.millrace.api.page.PageQuery;
import io.millrace.api.page.PageView;
import io.millrace.api.page.Paging;
import io.millrace.api.problem.BadParameter;
import io.millrace.catalogue.Catalogue;
import io.millrace.catalogue.CatalogueEntry;
import io.millrace.identity.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What the tenant's models may refer to, in words for whoever draws them. */
@Path("catalogue")
@RequestScoped
@Produces("application/json")
@Transactional
public class CatalogueResource {

    @Inject
    Catalogue catalogue;

    @Inject
    Paging paging;

    @GET
    @Requires(Permission.PROCESS_READ)
    @Operation(
            summary = "What models may refer to, by kind and name",
            description =
                    "Delegates of service tasks, messages of the platform, forms, decision tables, what a completed"
                            + " task can do, and groups; each with what it takes and gives. Besides those messages, any event"
                            + " type of one's own may be used.")
    public PageView<CatalogueEntryView> list(
            @QueryParam("kind") CatalogueEntry.@Nullable Kind kind, @BeanParam PageQuery page) {
        List<CatalogueEntry> wanted = catalogue.entries().stream()
                .filter(entry -> kind == null || entry.kind() == kind)
                .toList();
        return paging.page(page, (after, limit) -> page(wanted, after, limit));
    }

    @GET
    @Path("element-templates")
    @Requires(Permission.PROCESS_READ)
    @Operation(
            summary = "The catalogue as element templates for Camunda Modeler",
            description =
                    "An array for the folder element-templates of the Modeler; $schema in each says how it is read."
                            + " A task that is made with one passes the check of POST /processes when its fields are filled in.")
    @APIResponseSchema(Map[].class)
    public Response elementTemplates() {
        return Response.ok(catalogue.elementTemplates())
                .header("Content-Disposition", "attachment; filename=\"millrace.json\"")
                .build();
    }

    /** In the order of names, which ids do not have: the next page begins behind the entry itself. */
    private static Page<CatalogueEntryView> page(List<CatalogueEntry> wanted, @Nullable UUID after, int limit) {
        int from = after == null ? 0 : 1 + indexOf(wanted, after);
        List<CatalogueEntry> rows = wanted.stream().skip(from).limit(limit + 1L).toList();
        return Page.of(rows, limit, CatalogueEntry::id).map(CatalogueEntryView::of);
    }

    private static int indexOf(List<CatalogueEntry> wanted, UUID id) {
        return IntStream.range(0, wanted.size())
                .filter(i -> wanted.get(i).id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadParameter("cursor", "stands at an entry that is gone; begin anew"));
    }
}
