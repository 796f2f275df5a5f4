package io.millrace.api.audit;

import io.millrace.Page;
import io.millrace.api.http.RetriedAfterLostRace;
import io.millrace.api.identity.MemberNames;
import io.millrace.api.identity.Requires;
import io.millrace.api.page.PageQuery;
import io.millrace.api.page.PageView;
import io.millrace.api.page.Paging;
import io.millrace.audit.AuditEntry;
import io.millrace.audit.AuditTrail;
import io.millrace.identity.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The tenant's audit trail over HTTP, for whoever answers for the tenant. */
@Path("audit")
@RequestScoped
@Produces("application/json")
@RetriedAfterLostRace
@Transactional
public class AuditResource {

    @Inject
    AuditTrail trail;

    @Inject
    MemberNames memberNames;

    @Inject
    Paging paging;

    @GET
    @Requires(Permission.AUDIT_READ)
    @Operation(
            summary = "Who did what in this tenant, newest first",
            description = "subject is the id of what was acted on: an approval, a membership, a delivery, the tenant;"
                    + " action is one such as member.changed.")
    public PageView<AuditView> list(
            @QueryParam("subject") @Nullable UUID subject,
            @QueryParam("action") @Nullable String action,
            @BeanParam PageQuery page) {
        return paging.page(page, (after, limit) -> named(trail.page(subject, action, after, limit)));
    }

    private Page<AuditView> named(Page<AuditEntry> entries) {
        var names = memberNames.of(entries.items().stream().flatMap(e -> Stream.of(e.actorId(), e.onBehalfOf())));
        return entries.map(entry -> AuditView.of(entry, names));
    }
}
