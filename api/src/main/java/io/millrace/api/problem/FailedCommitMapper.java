package io.millrace.api.problem;

import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers a commit that failed like everything else. The server has a mapper of its own for this exception, which
 * is nearer to it than ours for all, and which throws it again: the answer would be a page of HTML.
 */
@Provider
public class FailedCommitMapper implements ExceptionMapper<TransactionalException> {

    private final ProblemMapper problems = new ProblemMapper();

    @Override
    public Response toResponse(TransactionalException failed) {
        return problems.toResponse(failed);
    }
}
