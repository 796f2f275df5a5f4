package io.millrace.api.problem;

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

    /** One flaw: of the body at a JSON Pointer, or of a named parameter or header. */
    public record Flaw(@Nullable String pointer, @Nullable String parameter, String detail) {

        public static Flaw at(String pointer, String detail) {
            return new Flaw(pointer, null, detail);
        }

        public static Flaw of(String parameter, String detail) {
            return new Flaw(null, parameter, detail);
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
