package io.millrace.api.problem;

import io.millrace.identity.TooManyAttempts;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Answers everything that was thrown with a problem; the only place where a fault is logged. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger log = LoggerFactory.getLogger(ProblemMapper.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Override
    public Response toResponse(Throwable thrown) {
        List<Throwable> causes = Causes.of(thrown);
        if (isRedirect(thrown)) return ((WebApplicationException) thrown).getResponse();
        Problem problem = Problems.of(causes).ofRequest(MDC.get("request"));
        if (problem.status() == 500) log.error("request failed code={}", problem.code(), thrown);
        else if (problem.status() == 503) log.warn("database unavailable, request refused: {}", thrown.toString());
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        addHeaders(answer, problem, causes);
        return answer.build();
    }

    private static boolean isRedirect(Throwable thrown) {
        return thrown instanceof WebApplicationException e && e.getResponse().getStatus() < 400;
    }

    private static void addHeaders(Response.ResponseBuilder answer, Problem problem, List<Throwable> causes) {
        switch (problem.status()) {
            case 401 -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"millrace\"");
            case 405 ->
                Causes.find(causes, WebApplicationException.class)
                        .map(e -> e.getResponse().getHeaderString(HttpHeaders.ALLOW))
                        .ifPresent(allowed -> answer.header(HttpHeaders.ALLOW, allowed));
            case 429 ->
                Causes.find(causes, TooManyAttempts.class)
                        .ifPresent(e -> answer.header(HttpHeaders.RETRY_AFTER, e.seconds()));
            case 503 -> answer.header(HttpHeaders.RETRY_AFTER, PAUSE.toSeconds());
            default -> {} // the body says it all
        }
    }
}
