package io.millrace.api.problem;

import io.millrace.process.ModelFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An RFC 9457 problem, with our code and what is wrong with each part of the request. */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String requestId,
        @Nullable List<Flaw> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** A name that stays, and no address: it would promise a page. */
    private static final String TYPES = "urn:problem-type:millrace:";

    /**
     * One flaw: of the body at a JSON Pointer, of a named parameter or header, or of an element of a model; a model's
     * comes with the rule that it breaks and what to do.
     */
    public record Flaw(
            @Nullable String pointer,
            @Nullable String parameter,
            @Nullable String element,
            @Nullable String rule,
            String detail,
            @Nullable String advice) {

        public static Flaw at(String pointer, String detail) {
            return new Flaw(pointer, null, null, null, detail, null);
        }

        public static Flaw of(String parameter, String detail) {
            return new Flaw(null, parameter, null, null, detail, null);
        }

        static Flaw of(ModelFinding found) {
            return new Flaw(null, null, found.element(), found.rule(), found.detail(), found.advice());
        }
    }

    static Problem of(int status, String code, String detail, List<Flaw> errors) {
        String title = Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('_', ' ');
        return new Problem(TYPES + code, title, status, detail, code, null, errors.isEmpty() ? null : errors);
    }

    static Problem of(int status, String code, String detail) {
        return of(status, code, detail, List.of());
    }

    Problem ofRequest(@Nullable String id) {
        return new Problem(type, title, status, detail, code, id, errors);
    }
}
