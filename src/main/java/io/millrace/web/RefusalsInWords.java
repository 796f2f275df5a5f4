package io.millrace.web;

import io.millrace.Refusal;
import io.millrace.workflows.engine.Refusals;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;

/** Answers a refusal of ours in the shape that the vendor's pages show to people; leaves the rest to the vendor. */
@Provider
public class RefusalsInWords implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable failure) {
        return Refusals.in(failure)
                .map(RefusalsInWords::inWords)
                .orElseGet(() -> ExceptionHandlerHelper.getInstance().getResponse(failure));
    }

    private static Response inWords(Refusal refusal) {
        return Response.status(VendorErrors.status(refusal))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(VendorErrors.json(refusal.code(), refusal.detail()))
                .build();
    }
}
