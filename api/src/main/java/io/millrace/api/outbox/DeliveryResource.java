package io.millrace.api.outbox;

import io.millrace.api.http.RetriedAfterLostRace;
import io.millrace.api.idempotency.Idempotent;
import io.millrace.api.identity.Requires;
import io.millrace.api.page.PageQuery;
import io.millrace.api.page.PageView;
import io.millrace.api.page.Paging;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.Permission;
import io.millrace.outbox.Backlogs;
import io.millrace.outbox.Deliveries;
import io.millrace.outbox.Delivery;
import io.millrace.outbox.RetryDelivery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Deliveries over HTTP: which events did not arrive, and once more, please. */
@Path("deliveries")
@RequestScoped
@Produces("application/json")
@RetriedAfterLostRace
@Transactional
public class DeliveryResource {

    @Inject
    Deliveries deliveries;

    @Inject
    Backlogs backlogs;

    @Inject
    RetryDelivery retryDelivery;

    @Inject
    CurrentMember currentMember;

    @Inject
    Paging paging;

    @GET
    @Requires(Permission.DELIVERY_READ)
    @Operation(
            summary = "Events on their way to subscribers, of the tenant that X-Tenant-ID names",
            description = "state=dead lists those that were given up and wait for an operator.")
    public PageView<DeliveryView> list(@QueryParam("state") Delivery.@Nullable State state, @BeanParam PageQuery page) {
        return paging.page(
                page, (after, limit) -> deliveries.page(state, after, limit).map(DeliveryView::of));
    }

    @GET
    @Path("backlog")
    @Requires(Permission.DELIVERY_READ)
    @Operation(
            summary = "Which tenants have deliveries that are not made yet, and how many",
            description = "Of all tenants; X-Tenant-ID with one of them then shows which.")
    public PageView<BacklogView> backlog(@BeanParam PageQuery page) {
        return paging.page(page, (after, limit) -> backlogs.page(after, limit).map(BacklogView::of));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.DELIVERY_READ)
    @Operation(summary = "One delivery")
    public DeliveryView read(@PathParam("id") UUID id) {
        return DeliveryView.of(deliveries.require(id));
    }

    @POST
    @Path("{id}/retries")
    @Idempotent
    @Requires(Permission.DELIVERY_RETRY)
    @Operation(
            summary = "Give a dead delivery another round of attempts",
            description = "Those that waited behind it, of the same subject, follow when it arrives.")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202")
    public Response retry(@PathParam("id") UUID id) {
        Delivery delivery = retryDelivery.retry(id, currentMember.get().id());
        return Response.accepted(DeliveryView.of(delivery)).build();
    }
}
