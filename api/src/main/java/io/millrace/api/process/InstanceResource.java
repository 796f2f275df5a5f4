package io.millrace.api.process;

import io.millrace.api.http.Answers;
import io.millrace.api.http.RetriedAfterLostRace;
import io.millrace.api.idempotency.Idempotent;
import io.millrace.api.identity.MemberNames;
import io.millrace.api.identity.Requires;
import io.millrace.api.page.PageQuery;
import io.millrace.api.page.PageView;
import io.millrace.api.page.Paging;
import io.millrace.identity.Permission;
import io.millrace.process.CancelInstance;
import io.millrace.process.InstanceDetails;
import io.millrace.process.InstanceStore;
import io.millrace.process.ProcessInstance;
import io.millrace.process.ProcessInstances;
import io.millrace.process.RetryInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What runs, over HTTP: where it stands, what it waits for, another attempt, an end. */
@Path("instances")
@RequestScoped
@Produces("application/json")
@RetriedAfterLostRace
@Transactional
public class InstanceResource {

    @Inject
    ProcessInstances instances;

    @Inject
    InstanceStore store;

    @Inject
    RetryInstance retryInstance;

    @Inject
    CancelInstance cancelInstance;

    @Inject
    MemberNames memberNames;

    @Inject
    Paging paging;

    @Context
    HttpHeaders headers;

    @GET
    @Requires(Permission.PROCESS_READ)
    @Operation(
            summary = "What runs and what ran, newest first",
            description = "process is the key of the model, subject what an instance is about. What another instance"
                    + " called is listed by itself; a running one with an incident has the state incident.")
    public PageView<InstanceView> list(
            @QueryParam("process") @Nullable String process,
            @QueryParam("state") ProcessInstance.@Nullable State state,
            @QueryParam("subject") @Nullable String subject,
            @BeanParam PageQuery page) {
        ProcessInstances.Filter filter = new ProcessInstances.Filter(process, state, subject);
        return paging.page(
                page, (after, limit) -> instances.page(filter, after, limit).map(InstanceView::of));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.PROCESS_READ)
    @Operation(
            summary = "Where an instance stands, and what led there",
            description = "Steps, variables and incidents come from the engine, which keeps them as long as the model's"
                    + " history time to live says; then the lists are empty.")
    @APIResponseSchema(InstanceDetailsView.class)
    public Response read(@PathParam("id") UUID id) {
        return Answers.read(headers, details(id));
    }

    @POST
    @Path("{id}/retries")
    @Idempotent
    @Requires(Permission.INSTANCE_MANAGE)
    @Operation(
            summary = "Try once more what failed",
            description = "Every incident of the instance, and of what it called, gets one attempt; what fails again is"
                    + " an incident again.")
    @APIResponseSchema(value = InstanceDetailsView.class, responseCode = "200")
    public Response retry(@PathParam("id") UUID id) {
        requireFresh(id);
        retryInstance.retry(id);
        return Answers.changed(details(id));
    }

    @DELETE
    @Path("{id}")
    @Consumes("application/json")
    @Requires(Permission.INSTANCE_MANAGE)
    @Operation(
            summary = "End an instance, and what it called",
            description = "An approval's is recalled with it, and its requester told why.")
    @APIResponseSchema(InstanceDetailsView.class)
    public Response cancel(@PathParam("id") UUID id, Cancellation cancellation) {
        requireFresh(id);
        cancelInstance.cancel(id, cancellation.reason());
        return Answers.changed(details(id));
    }

    /** Compared with what the caller has read: where it stands, too. */
    private void requireFresh(UUID id) {
        Answers.requireFresh(headers, () -> details(id));
    }

    private InstanceDetailsView details(UUID id) {
        ProcessInstance instance = instances.require(id);
        InstanceDetails details = store.details(instance);
        var names = memberNames.of(details.path().stream().map(InstanceDetails.Step::assigneeId));
        return InstanceDetailsView.of(instance, details, names);
    }
}
