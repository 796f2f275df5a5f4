package io.millrace;

import java.util.List;

/**
 * An expected "no": a rule of ours was broken, nothing was changed, and the caller can be told why.
 * Subclasses are named for the rule. The transaction rolls back; nobody logs it as a fault.
 */
public abstract class Refusal extends RuntimeException {

    /** What kind of no it is; each door has its own words for these. */
    public enum Kind {
        NOT_SIGNED_IN,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        STALE,
        UNPROCESSABLE,
        TOO_MANY
    }

    /** One finding about one place of the input; {@code pointer} is an RFC 6901 JSON Pointer. */
    public record Finding(String pointer, String detail) {}

    private final transient Kind kind;
    private final String code;
    private final transient List<Finding> findings;

    /**
     * @param code stable, snake_case, part of the published API
     * @param detail one sentence for a person; no secrets, no other tenant's data
     */
    protected Refusal(Kind kind, String code, String detail, Finding... findings) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
        this.findings = List.of(findings);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Finding> findings() {
        return findings;
    }
}
