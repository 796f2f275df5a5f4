package io.millrace.api.problem;

import io.millrace.LostRace;
import io.millrace.Refusal;
import io.millrace.api.json.BodyTooLarge;
import io.millrace.api.json.UnreadableBody;
import io.millrace.api.problem.Problem.Flaw;
import io.millrace.process.ModelRefused;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the problem to answer for whatever was thrown. */
final class Problems {

    private Problems() {}

    static Problem of(List<Throwable> causes) {
        return expected(causes).or(() -> unlucky(causes)).orElseGet(() -> fault(500));
    }

    /** For what the server refuses before it asks us, or breaks down at. */
    static Problem of(int status) {
        if (status == 503) return unavailable();
        return status >= 500 ? fault(status) : of(new WebApplicationException(status));
    }

    private static Problem unavailable() {
        return Problem.of(503, "unavailable", "The service cannot answer right now. Try again soon.");
    }

    static Problem unreadableAddress() {
        return Problem.of(
                400,
                "unreadable_address",
                "The request's address cannot be read: an escape in it is broken, or a character is not escaped.");
    }

    private static Problem fault(int status) {
        return Problem.of(
                status, "fault", "Something went wrong on our side. Nothing was changed; the request id helps us.");
    }

    private static Optional<Problem> expected(List<Throwable> causes) {
        return Causes.find(causes, Refusal.class)
                .map(Problems::of)
                .or(() -> Causes.find(causes, UnreadableBody.class)
                        .map(e -> ofBody(400, "unreadable_body", String.valueOf(e.getMessage()), e.pointer())))
                .or(() -> Causes.find(causes, BodyTooLarge.class)
                        .map(e -> ofBody(413, "body_too_large", String.valueOf(e.getMessage()), "")))
                .or(() -> Causes.find(causes, BadParameter.class).map(Problems::of))
                .or(() -> Causes.find(causes, WebApplicationException.class).map(Problems::of));
    }

    /** Nobody's fault: worth another try. */
    private static Optional<Problem> unlucky(List<Throwable> causes) {
        if (LostRace.isBehind(causes.get(0))) {
            return Optional.of(Problem.of(
                    409,
                    "concurrent_change",
                    "Somebody changed the same thing at the same moment. Read it, then decide."));
        }
        if (Causes.isDatabaseUnavailable(causes)) {
            return Optional.of(unavailable());
        }
        return Optional.empty();
    }

    private static Problem of(Refusal refusal) {
        List<Flaw> errors = refusal instanceof ModelRefused model
                ? model.flaws().stream().map(Flaw::of).toList()
                : refusal.findings().stream()
                        .map(f -> Flaw.at(f.pointer(), f.detail()))
                        .toList();
        return Problem.of(status(refusal.kind()), refusal.code(), refusal.detail(), errors);
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_SIGNED_IN -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case UNPROCESSABLE -> 422;
            case TOO_MANY -> 429;
        };
    }

    private static Problem ofBody(int status, String code, String detail, String pointer) {
        return Problem.of(status, code, detail, List.of(Flaw.at(pointer, detail)));
    }

    private static Problem of(BadParameter bad) {
        return Problem.of(
                400,
                "bad_parameter",
                "The request's " + bad.name() + " " + bad.flaw() + ".",
                List.of(Flaw.of(bad.name(), bad.flaw())));
    }

    private static Problem of(WebApplicationException thrown) {
        int status = thrown.getResponse().getStatus();
        String reason = thrown.getResponse().getStatusInfo().getReasonPhrase();
        String code = switch (status) {
            case 400 -> "unreadable_request";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 415 -> "unsupported_media_type";
            default -> reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
        };
        return Problem.of(status, code, detail(status, reason));
    }

    private static String detail(int status, String reason) {
        return switch (status) {
            case 400 -> "The request cannot be read: one of its headers is broken.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take this method; the header Allow lists those that it takes.";
            case 406 -> "The answer comes in one type only, which the request's Accept header does not take.";
            case 415 -> "The request body must be of the type that this call takes, in no Content-Encoding.";
            default -> reason + ".";
        };
    }
}
