package io.millrace.api.process;

import io.millrace.NotFound;
import io.millrace.Page;
import io.millrace.api.http.PublicAddress;
import io.millrace.api.idempotency.Idempotent;
import io.millrace.api.identity.Requires;
import io.millrace.api.multipart.FileForm;
import io.millrace.api.page.PageQuery;
import io.millrace.api.page.PageView;
import io.millrace.api.page.Paging;
import io.millrace.identity.Permission;
import io.millrace.process.DeleteModelVersion;
import io.millrace.process.DeployModel;
import io.millrace.process.Model;
import io.millrace.process.ModelStore;
import io.millrace.process.ModelStore.Deployed;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The processes and decision tables that the tenant works by: the platform's, and its own in their place. */
@Path("processes")
@RequestScoped
@Produces("application/json")
@Transactional
public class ProcessResource {

    @Inject
    ModelStore models;

    @Inject
    DeployModel deployModel;

    @Inject
    DeleteModelVersion deleteModelVersion;

    @Inject
    Paging paging;

    @Inject
    PublicAddress address;

    @Context
    UriInfo here;

    @GET
    @Requires(Permission.PROCESS_READ)
    @Operation(
            summary = "What the tenant works by, newest first",
            description = "For each key the version that a new instance gets: the tenant's own, else the platform's.")
    public PageView<ProcessView> list(@QueryParam("kind") Model.@Nullable Kind kind, @BeanParam PageQuery page) {
        List<Model> wanted = models.current().stream()
                .filter(model -> kind == null || model.kind() == kind)
                .toList();
        return paging.page(page, (after, limit) -> page(wanted, after, limit));
    }

    @POST
    @Consumes("multipart/form-data")
    @Idempotent
    @Requires(Permission.PROCESS_DEPLOY)
    @Operation(
            summary = "Deploy a model for this tenant",
            description = "A BPMN or DMN file of up to 1 MB in the field file. It replaces the platform's model of the"
                    + " same key for this tenant; what runs stays on its version. A refused one is answered with"
                    + " everything that is wrong with it, each with element, rule, detail and advice.")
    @APIResponseSchema(value = ProcessView.class, responseCode = "201")
    @APIResponse(responseCode = "200", description = "The latest version is this file already; nothing was deployed")
    public Response deploy(FileForm form) {
        Deployed deployed = deployModel.deploy(form.file().content());
        ProcessView view = ProcessView.of(deployed);
        if (!deployed.isNew()) return Response.ok(view).build();
        return Response.created(
                        address.of(here).path(view.key()).path("versions").build())
                .entity(view)
                .build();
    }

    @GET
    @Path("{key}/bpmn")
    @Produces("application/xml")
    @Requires(Permission.PROCESS_READ)
    @Operation(
            summary = "The file of a model, as it was deployed",
            description = "Of the version that a new instance gets. A decision table's is DMN.")
    @APIResponseSchema(String.class)
    public Response file(@PathParam("key") String key) {
        Model model = visible(key).get(0);
        String ending = model.kind() == Model.Kind.DECISION ? ".dmn" : ".bpmn";
        return Response.ok(models.file(key))
                .header("Content-Disposition", "attachment; filename=\"" + key + ending + "\"")
                .build();
    }

    @GET
    @Path("{key}/versions")
    @Requires(Permission.PROCESS_READ)
    @Operation(
            summary = "All versions of a model, newest first",
            description = "The tenant's own and the platform's; both are counted by themselves.")
    public PageView<ProcessView> versions(@PathParam("key") String key, @BeanParam PageQuery page) {
        List<Model> versions = visible(key);
        return paging.page(page, (after, limit) -> page(versions, after, limit));
    }

    @DELETE
    @Path("{key}/versions/{version}")
    @Requires(Permission.PROCESS_DEPLOY)
    @Operation(
            summary = "Delete an own version that nothing ever ran by",
            description = "The one before it counts again. What came in the same file goes with it.")
    public void delete(@PathParam("key") String key, @PathParam("version") int version) {
        visible(key);
        deleteModelVersion.delete(key, version);
    }

    private List<Model> visible(String key) {
        List<Model> versions = Model.isKey(key) ? models.versions(key) : List.of();
        if (versions.isEmpty()) throw new NotFound("process");
        return versions;
    }

    private static Page<ProcessView> page(List<Model> newestFirst, @Nullable UUID after, int limit) {
        List<Model> rows = newestFirst.stream()
                .filter(model -> after == null || model.id().compareTo(after) < 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(rows, limit, Model::id).map(ProcessView::of);
    }
}
