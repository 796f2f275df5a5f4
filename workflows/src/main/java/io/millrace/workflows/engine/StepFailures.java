package io.millrace.workflows.engine;

import io.millrace.Refusal;
import io.millrace.outbox.Failure;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;

/** Why a step failed, in words for whoever drew it and without the engine's own. */
final class StepFailures {

    /** What the engine says, and what that means. */
    private record Saying(Pattern vendors, Function<MatchResult, String> ours) {}

    private static final List<Saying> SAYINGS = List.of(
            saying("Cannot resolve identifier '([^']*)'", found -> "there is no " + found.group(1) + " here"),
            saying(
                    "^ENGINE-020(?:04|06) ",
                    found -> "none of the ways that lead on from it fits, and none of them is the default"),
            saying("returns non-Boolean|ENGINE-02028", found -> "its condition is neither true nor false"),
            saying("^ENGINE-0202[456] ", found -> "what it is to be done for each of is no list"),
            saying("^DMN-03001 ", found -> "more than one row of its table fits"),
            saying("no processes deployed with key '([^']*)'", found -> "there is no process " + found.group(1)),
            saying(
                    "no decision definition deployed with key '([^']*)'",
                    found -> "there is no decision table " + found.group(1)));

    private static final Pattern CODE = Pattern.compile("^(?:ENGINE|DMN|FEEL/\\w+)-\\d+ ");

    private StepFailures() {}

    /** A sentence without its full stop. */
    static String why(Throwable thrown) {
        return Refusals.in(thrown)
                .map(Refusal::detail)
                .or(() -> translated(thrown))
                .or(() -> engines(thrown))
                .orElseGet(() -> Failure.of(thrown).reason())
                .replaceFirst("\\.$", "");
    }

    private static Optional<String> translated(Throwable thrown) {
        return messages(thrown)
                .flatMap(message -> SAYINGS.stream().flatMap(saying -> words(saying, message).stream()))
                .findFirst();
    }

    private static Optional<String> words(Saying saying, String message) {
        Matcher found = saying.vendors().matcher(message);
        return found.find() ? Optional.of(saying.ours().apply(found.toMatchResult())) : Optional.empty();
    }

    /** Only when nothing else is behind it. */
    private static Optional<String> engines(Throwable thrown) {
        return thrown instanceof ProcessEngineException && thrown.getCause() == null
                ? messages(thrown)
                        .findFirst()
                        .map(message -> CODE.matcher(message).replaceFirst(""))
                : Optional.empty();
    }

    /** The first line of each. */
    private static Stream<String> messages(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .flatMap(cause -> Optional.ofNullable(cause.getMessage()).stream())
                .flatMap(message -> message.lines().limit(1));
    }

    private static Saying saying(String vendors, Function<MatchResult, String> ours) {
        return new Saying(Pattern.compile(vendors), ours);
    }
}
