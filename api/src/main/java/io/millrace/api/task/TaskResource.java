package io.millrace.api.task;

import io.millrace.api.http.Answers;
import io.millrace.api.http.RetriedAfterLostRace;
import io.millrace.api.idempotency.Idempotent;
import io.millrace.api.identity.MemberNames;
import io.millrace.api.identity.Requires;
import io.millrace.api.page.PageQuery;
import io.millrace.api.page.PageView;
import io.millrace.api.page.Paging;
import io.millrace.api.problem.BadParameter;
import io.millrace.identity.Authorizer;
import io.millrace.identity.CurrentMember;
import io.millrace.identity.Permission;
import io.millrace.task.ClaimTask;
import io.millrace.task.CompleteTask;
import io.millrace.task.HoldTask;
import io.millrace.task.ReleaseTask;
import io.millrace.task.Task;
import io.millrace.task.Tasks;
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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Tasks over HTTP: find, claim, release, complete. */
@Path("tasks")
@RequestScoped
@Produces("application/json")
@RetriedAfterLostRace
@Transactional
public class TaskResource {

    @Inject
    Tasks tasks;

    @Inject
    HoldTask holdTask;

    @Inject
    ClaimTask claimTask;

    @Inject
    ReleaseTask releaseTask;

    @Inject
    CompleteTask completeTask;

    @Inject
    MemberNames memberNames;

    @Inject
    Authorizer authorizer;

    @Inject
    CurrentMember currentMember;

    @Inject
    Paging paging;

    @Context
    HttpHeaders headers;

    @GET
    @Requires(Permission.TASK_READ)
    @Operation(
            summary = "What one has claimed or could claim, newest first",
            description = "mine=true: only what one has claimed; claimable=true: only what nobody has claimed; state"
                    + " is open unless given; process is the key of the model, subject what the task is about.")
    public PageView<TaskView> list(
            @QueryParam("state") Task.@Nullable State state,
            @QueryParam("mine") @Nullable Boolean mine,
            @QueryParam("claimable") @Nullable Boolean claimable,
            @QueryParam("group") @Nullable String group,
            @QueryParam("process") @Nullable String process,
            @QueryParam("subject") @Nullable String subject,
            @BeanParam PageQuery page) {
        Tasks.Filter filter = new Tasks.Filter(
                state == null ? Task.State.OPEN : state, claimed(mine, claimable), group, process, subject);
        return paging.page(page, (after, limit) -> {
            var found = tasks.page(currentMember.get(), filter, after, limit);
            var names = memberNames.of(found.items().stream().map(Task::assigneeId));
            return found.map(task -> TaskView.of(task, names));
        });
    }

    /** True: claimed by me; false: by nobody; null: both. */
    private static @Nullable Boolean claimed(@Nullable Boolean mine, @Nullable Boolean claimable) {
        boolean onlyMine = Boolean.TRUE.equals(mine);
        boolean onlyFree = Boolean.TRUE.equals(claimable);
        if (onlyMine && onlyFree) throw new BadParameter("claimable", "cannot be true together with mine");
        return onlyMine ? Boolean.TRUE : onlyFree ? Boolean.FALSE : null;
    }

    @GET
    @Path("{id}")
    @Requires(Permission.TASK_READ)
    @Operation(summary = "One task")
    @APIResponseSchema(TaskView.class)
    public Response read(@PathParam("id") UUID id) {
        return Answers.read(headers, view(authorizer.require(Permission.TASK_READ, tasks.require(id))));
    }

    @POST
    @Path("{id}/claim")
    @Idempotent
    @Requires(Permission.TASK_COMPLETE)
    @Operation(summary = "Claim a task of one's group", description = "Colleagues then leave it alone.")
    @APIResponseSchema(value = TaskView.class, responseCode = "200")
    public Response claim(@PathParam("id") UUID id) {
        requireFresh(id);
        return Answers.changed(view(claimTask.claim(id)));
    }

    @DELETE
    @Path("{id}/claim")
    @Requires(Permission.TASK_COMPLETE)
    @Operation(
            summary = "Give a claimed task back to its group",
            description = "One's own; owners and administrators give back anybody's.")
    @APIResponseSchema(TaskView.class)
    public Response release(@PathParam("id") UUID id) {
        requireFresh(id);
        return Answers.changed(view(releaseTask.release(id)));
    }

    @POST
    @Path("{id}/completion")
    @Consumes("application/json")
    @Idempotent
    @Requires(Permission.TASK_COMPLETE)
    @Operation(
            summary = "Complete a task",
            description = "The variables are checked against the task's form; a refusal leaves the task open.")
    @APIResponseSchema(value = TaskView.class, responseCode = "200")
    public Response complete(@PathParam("id") UUID id, Completion completion) {
        requireFresh(id);
        return Answers.changed(view(completeTask.complete(id, completion.variables())));
    }

    /** Locked before it is compared: what is done now must be done to what the caller has seen. */
    private void requireFresh(UUID id) {
        Answers.requireFresh(headers, () -> {
            requireVisible(id);
            return view(holdTask.hold(id));
        });
    }

    /** Whoever may give back anybody's claim need not be in the group. */
    private void requireVisible(UUID id) {
        Task task = tasks.require(id);
        if (!currentMember.get().may(Permission.TASK_RELEASE_ALL)) authorizer.require(Permission.TASK_READ, task);
    }

    private TaskView view(Task task) {
        return TaskView.of(task, memberNames.of(Stream.of(task.assigneeId())));
    }
}
