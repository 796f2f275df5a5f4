package io.millrace.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Refusal.Finding;
import io.millrace.api.Approved;
import io.millrace.api.json.BodyTooLarge;
import io.millrace.api.json.InvalidBody;
import io.millrace.api.json.UnreadableBody;
import io.millrace.approval.GateName;
import io.millrace.approval.GateNotOpen;
import io.millrace.identity.NotSignedIn;
import io.millrace.task.OwnRequest;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {

    @ParameterizedTest
    @MethodSource("everyKind")
    void every_kind_of_no_has_its_words(String name, Throwable thrown) {
        Approved.matches(getClass(), name, problem(thrown).ofRequest("019a0000-0000-7000-8000-000000000001"));
    }

    static Stream<Arguments> everyKind() {
        return Stream.of(
                Arguments.of("unreadable-body", new UnreadableBody("The request body is not readable JSON.")),
                Arguments.of(
                        "invalid-body",
                        new InvalidBody(List.of(
                                new Finding("/titel", "is not known here"), new Finding("/title", "is missing")))),
                Arguments.of("body-too-large", new BodyTooLarge(1_000_000)),
                Arguments.of("bad-parameter", new BadParameter("limit", "must be a whole number from 1 to 200")),
                Arguments.of("not-signed-in", new NotSignedIn()),
                Arguments.of("own-request", new OwnRequest()),
                Arguments.of("gate-not-open", new GateNotOpen(GateName.CEO)),
                Arguments.of("not-found", new NotFoundException()),
                Arguments.of("method-not-allowed", new NotAllowedException("GET")),
                Arguments.of("unsupported-media-type", new NotSupportedException()),
                Arguments.of("fault", new IllegalStateException("with a secret in its message")));
    }

    @Test
    void a_refusal_is_found_inside_whatever_wraps_it() {
        Throwable wrapped = new TransactionalException(
                "commit failed", new RuntimeException("engine", new GateNotOpen(GateName.MANAGER)));

        assertThat(problem(wrapped).code()).isEqualTo("gate_not_open");
    }

    @Test
    void whoever_loses_a_race_is_told_so() {
        RollbackException lost = new RollbackException("rolled back");
        lost.initCause(new OptimisticLockException("stale"));

        assertThat(problem(new TransactionalException("commit failed", lost)).code())
                .isEqualTo("concurrent_change");
        assertThat(problem(new RuntimeException(new SQLException("deadlock", "40P01")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_database_that_is_away_is_no_fault() {
        assertThat(problem(new RuntimeException(new SQLException("refused", "08001")))
                        .status())
                .isEqualTo(503);
        assertThat(problem(new RuntimeException(new SQLException("no space left on device", "53100")))
                        .status())
                .isEqualTo(503);
        assertThat(problem(new RuntimeException(new SQLException("going down", "57P01")))
                        .status())
                .isEqualTo(503);
        assertThat(problem(new RuntimeException(new SQLException("syntax", "42601")))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void nor_is_a_connection_that_broke_at_the_commit_of_which_the_server_says_nothing() {
        RollbackException refused = new RollbackException();
        refused.initCause(new IllegalStateException("events could not be stored"));

        assertThat(problem(new TransactionalException("during commit", new RollbackException()))
                        .status())
                .isEqualTo(503);
        assertThat(problem(new TransactionalException("during commit", refused)).status())
                .isEqualTo(500);
    }

    private static Problem problem(Throwable thrown) {
        return Problems.of(Causes.of(thrown));
    }
}
