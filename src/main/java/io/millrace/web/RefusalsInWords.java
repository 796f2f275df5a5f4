package io.millrace.web;

import io.millrace.LostRace;
import io.millrace.Refusal;
import io.millrace.workflows.engine.Refusals;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;

/**
 * Answers a refusal of ours in the shape that the vendor's pages show to people; a fault too, whose message names
 * classes and is for the log.
 */
@Provider
public class RefusalsInWords implements ExceptionMapper<Throwable> {

    @Context
    UriInfo here;

    @Context
    Request request;

    @Override
    public Response toResponse(Throwable failure) {
        Optional<Refusal> refusal = Refusals.in(failure);
        if (refusal.isPresent()) {
            Refusal no = refusal.get();
            return inWords(VendorErrors.status(no), no.code(), no.detail());
        }
        if (LostRace.isBehind(failure) || lostTask(failure)) {
            return inWords(Faults.LOST_RACE);
        }
        Response vendors = ExceptionHandlerHelper.getInstance().getResponse(failure);
        if (vendors.getStatus() < 500) return vendors;
        return inWords(Faults.of(failure, here.getPath()));
    }

    /**
     * What may be done to a task was looked at before the engine was called. If it refuses all the same, somebody
     * has completed, claimed or moved the task since.
     */
    private boolean lostTask(Throwable failure) {
        boolean acts = request.getMethod().equals("POST") && here.getPath().contains("/task/");
        return acts && failure instanceof AuthorizationException;
    }

    private static Response inWords(Faults fault) {
        return inWords(fault.status(), fault.code(), fault.words());
    }

    private static Response inWords(int status, String code, String words) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(VendorErrors.json(code, words))
                .build();
    }
}
