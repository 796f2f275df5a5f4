package io.millrace.api.schedule;

import io.millrace.api.http.PublicAddress;
import io.millrace.api.http.RetriedAfterLostRace;
import io.millrace.api.idempotency.Idempotent;
import io.millrace.api.identity.Requires;
import io.millrace.api.page.PageQuery;
import io.millrace.api.page.PageView;
import io.millrace.api.page.Paging;
import io.millrace.identity.Permission;
import io.millrace.schedule.DeleteSchedule;
import io.millrace.schedule.MakeSchedule;
import io.millrace.schedule.Schedules;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What starts processes by the calendar or at intervals. */
@Path("schedules")
@RequestScoped
@Produces("application/json")
@Consumes("application/json")
@RetriedAfterLostRace
@Transactional
public class ScheduleResource {

    @Inject
    Schedules schedules;

    @Inject
    MakeSchedule makeSchedule;

    @Inject
    DeleteSchedule deleteSchedule;

    @Inject
    Paging paging;

    @Inject
    PublicAddress address;

    @Context
    UriInfo here;

    @POST
    @Idempotent
    @Requires(Permission.PROCESS_DEPLOY)
    @Operation(
            summary = "Have a process started again and again",
            description = "With cron (minute, hour, day of month, month, day of week) and the name of a time_zone, or"
                    + " with every, an ISO 8601 duration from PT1M on. Each instance is about the subject, or about"
                    + " itself, and gets the variables. What was missed is made up for by one start.")
    @APIResponseSchema(value = ScheduleView.class, responseCode = "201")
    public Response make(NewSchedule wanted) {
        ScheduleView made = ScheduleView.of(makeSchedule.make(wanted.toWanted()));
        return Response.created(address.of(here).path(made.id().toString()).build())
                .entity(made)
                .build();
    }

    @GET
    @Requires(Permission.PROCESS_READ)
    @Operation(
            summary = "The tenant's schedules, newest first",
            description = "process is the key of what is started; failing lists those whose last start was refused, or"
                    + " the others.")
    public PageView<ScheduleView> list(
            @QueryParam("process") @Nullable String process,
            @QueryParam("failing") @Nullable Boolean failing,
            @BeanParam PageQuery page) {
        Schedules.Filter filter = new Schedules.Filter(process, failing);
        return paging.page(
                page, (after, limit) -> schedules.page(filter, after, limit).map(ScheduleView::of));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.PROCESS_READ)
    @Operation(summary = "One schedule: when it is due, and how its last start went")
    public ScheduleView read(@PathParam("id") UUID id) {
        return ScheduleView.of(schedules.require(id));
    }

    @DELETE
    @Path("{id}")
    @Requires(Permission.PROCESS_DEPLOY)
    @Operation(summary = "Delete a schedule", description = "What it has started goes on.")
    public void delete(@PathParam("id") UUID id) {
        deleteSchedule.delete(id);
    }
}
