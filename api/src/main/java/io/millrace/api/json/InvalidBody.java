package io.millrace.api.json;

import io.millrace.Refusal;
import java.util.List;

/** The body is JSON, but not what this request takes. */
public class InvalidBody extends Refusal {

    public InvalidBody(List<Finding> findings) {
        super(
                Kind.UNPROCESSABLE,
                "invalid_body",
                findings.size() == 1
                        ? "One thing is wrong with the request body."
                        : findings.size() + " things are wrong with the request body.",
                findings.toArray(Finding[]::new));
    }

    public InvalidBody(String pointer, String detail) {
        this(List.of(new Finding(pointer, detail)));
    }
}
