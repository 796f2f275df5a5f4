package io.millrace.api.idempotency;

import io.millrace.api.problem.BadParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The header of that name. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private IdempotencyKey() {}

    /** Empty when the request carries none. @throws BadParameter for one that could not be kept as it is */
    static Optional<String> of(HttpServletRequest request) {
        List<String> sent = Collections.list(request.getHeaders(HEADER));
        if (sent.isEmpty()) return Optional.empty();
        String key = sent.get(0);
        if (sent.size() > 1 || !key.matches("[\\x20-\\x7E]{1,255}")) {
            throw new BadParameter(HEADER, "must be one value of 1 to 255 printable characters");
        }
        return Optional.of(key);
    }
}
