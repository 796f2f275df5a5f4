package io.millrace.api.approval;

import io.millrace.api.http.Answers;
import io.millrace.api.http.PublicAddress;
import io.millrace.api.http.RetriedAfterLostRace;
import io.millrace.api.idempotency.Idempotent;
import io.millrace.api.identity.Requires;
import io.millrace.api.json.Names;
import io.millrace.api.page.PageQuery;
import io.millrace.api.page.PageView;
import io.millrace.api.page.Paging;
import io.millrace.approval.AnswerGate;
import io.millrace.approval.Approval;
import io.millrace.approval.ApprovalState;
import io.millrace.approval.Approvals;
import io.millrace.approval.GateName;
import io.millrace.approval.RecallApproval;
import io.millrace.approval.RequestApproval;
import io.millrace.identity.Authorizer;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Approvals over HTTP: ask for one, read it, decide a gate, recall it. */
@Path("approvals")
@RequestScoped
@Produces("application/json")
@Consumes("application/json")
@RetriedAfterLostRace
@Transactional
public class ApprovalResource {

    @Inject
    Approvals approvals;

    @Inject
    RequestApproval requestApproval;

    @Inject
    AnswerGate answerGate;

    @Inject
    RecallApproval recallApproval;

    @Inject
    ApprovalViews views;

    @Inject
    Authorizer authorizer;

    @Inject
    CurrentMember currentMember;

    @Inject
    Paging paging;

    @Inject
    PublicAddress address;

    @Context
    UriInfo here;

    @Context
    HttpHeaders headers;

    @POST
    @Idempotent
    @Requires(Permission.APPROVAL_REQUEST)
    @Operation(summary = "Ask for something", description = "The answer already shows who is asked first.")
    @APIResponseSchema(value = ApprovalView.class, responseCode = "201")
    public Response request(NewApproval wanted) {
        Approval approval = requestApproval.request(wanted.toWanted());
        return Answers.created(address.of(here), approval.id(), views.of(approval));
    }

    @GET
    @Requires(Permission.APPROVAL_READ)
    @Operation(
            summary = "One's own requests and those with a gate of one's groups, newest first",
            description = "Owners and administrators see all; with mine=true everybody sees their own requests only.")
    public PageView<ApprovalView> list(
            @QueryParam("state") @Nullable ApprovalState state,
            @QueryParam("mine") @Nullable Boolean mine,
            @QueryParam("type") @Nullable ApprovalType type,
            @BeanParam PageQuery page) {
        Approvals.Filter filter = new Approvals.Filter(state, mine, type == null ? null : Names.value(type));
        return paging.page(page, (after, limit) -> views.of(approvals.page(currentMember.get(), filter, after, limit)));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.APPROVAL_READ)
    @Operation(summary = "One approval, with its audit trail, and where it runs")
    @APIResponseSchema(ApprovalView.class)
    public Response read(@PathParam("id") UUID id) {
        return Answers.read(headers, views.alone(readable(id)));
    }

    // Every member may try: whoever is in no group is told that it is not their gate, or their own request.
    @PUT
    @Path("{id}/gates/{gate}/decision")
    @Requires(Permission.APPROVAL_READ)
    @Operation(
            summary = "Decide an open gate",
            description = "A comment is needed to reject or return. The answer already shows who is asked next.")
    @APIResponseSchema(ApprovalView.class)
    public Response decide(@PathParam("id") UUID id, @PathParam("gate") GateName gate, DecisionMade made) {
        requireFresh(id);
        return Answers.changed(views.of(answerGate.answer(id, gate, made.decision(), made.comment())));
    }

    @DELETE
    @Path("{id}")
    @Requires(Permission.APPROVAL_REQUEST)
    @Operation(summary = "Recall one's own request", description = "It stays readable, in the state recalled.")
    @APIResponseSchema(ApprovalView.class)
    public Response recall(@PathParam("id") UUID id) {
        requireFresh(id);
        return Answers.changed(views.of(recallApproval.recall(id)));
    }

    private Approval readable(UUID id) {
        return authorizer.require(Permission.APPROVAL_READ, approvals.require(id));
    }

    /** Locked before it is compared: what is decided now must be what the caller has seen. */
    private void requireFresh(UUID id) {
        Answers.requireFresh(headers, () -> {
            readable(id);
            return views.of(approvals.requireLocked(id));
        });
    }
}
