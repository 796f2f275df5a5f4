package io.millrace.web;

import io.millrace.LostRace;
import io.millrace.Refusal;
import io.millrace.workflows.engine.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;

/** Answers a refusal of ours in the shape that the vendor's pages show to people; a fault too, whose message names classes. */
@Provider
public class RefusalsInWords implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable failure) {
        Optional<Refusal> refusal = Refusals.in(failure);
        if (refusal.isPresent()) {
            Refusal no = refusal.get();
            return inWords(VendorErrors.status(no), no.code(), no.detail());
        }
        if (LostRace.isBehind(failure)) {
            return inWords(
                    HttpServletResponse.SC_CONFLICT,
                    "concurrent_change",
                    "Somebody changed the same thing at the same moment. Read it again, then decide.");
        }
        Response vendors = ExceptionHandlerHelper.getInstance().getResponse(failure); // which also logs it
        return vendors.getStatus() < 500
                ? vendors
                : inWords(
                        vendors.getStatus(),
                        "fault",
                        "Something went wrong on our side. Nothing was changed; please try again.");
    }

    private static Response inWords(int status, String code, String words) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(VendorErrors.json(code, words))
                .build();
    }
}
