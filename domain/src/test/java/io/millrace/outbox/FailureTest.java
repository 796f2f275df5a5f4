package io.millrace.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void a_lost_optimistic_lock_is_found_however_deep_it_lies() {
        RuntimeException commit = new RuntimeException("rolled back");
        commit.addSuppressed(new IllegalStateException(new OptimisticLockException("row 7")));

        assertThat(Failure.of(commit).kind()).isEqualTo(Failure.Kind.LOST_RACE);
    }

    @Test
    void a_deadlock_is_a_lost_race() {
        assertThat(Failure.of(new RuntimeException(new SQLException("deadlock", "40P01")))
                        .kind())
                .isEqualTo(Failure.Kind.LOST_RACE);
    }

    @Test
    void a_full_disk_is_not_the_deliverys_fault() {
        SQLException full = new SQLException("ERROR: could not extend file\n  Hint: Check free disk space.", "53100");

        assertThat(Failure.of(new IllegalStateException("could not be stored", full)))
                .isEqualTo(new Failure(Failure.Kind.NOT_ITS_FAULT, "SQLException: ERROR: could not extend file"));
    }

    @Test
    void a_permanent_failure_outweighs_what_it_was_caused_by() {
        assertThat(Failure.of(new PermanentFailure("never", new OptimisticLockException())))
                .isEqualTo(new Failure(Failure.Kind.PERMANENT, "PermanentFailure: never"));
    }

    @Test
    void the_reason_keeps_only_the_first_line_where_no_values_are() {
        SQLException duplicate = new SQLException(
                "ERROR: duplicate key\n  Detail: Key (email)=(ann@acme.test) already exists.", "23505");

        assertThat(Failure.of(new IllegalStateException("failed", duplicate)).reason())
                .isEqualTo("SQLException: ERROR: duplicate key");
    }

    @Test
    void what_the_world_outside_does_is_expected_and_our_own_faults_are_not() {
        assertThat(Failure.of(new IllegalStateException(new ServerBusy())).kind())
                .isEqualTo(Failure.Kind.EXPECTED);
        assertThat(Failure.of(new NullPointerException()).kind()).isEqualTo(Failure.Kind.UNEXPECTED);
    }

    @Test
    void a_trace_says_where_it_happened_without_anybodys_values() {
        SQLException duplicate = new SQLException("ERROR: duplicate key\n  Detail: Key (email)=(ann@acme.test)");
        IllegalStateException thrown = new IllegalStateException("for ann@acme.test", duplicate);

        Throwable trace = Failure.of(thrown).trace(thrown);

        assertThat(trace).hasNoCause().hasMessage("SQLException: ERROR: duplicate key");
        assertThat(trace.getStackTrace()).isEqualTo(duplicate.getStackTrace());
    }

    /** A mail server says so. */
    private static final class ServerBusy extends ExpectedFailure {
        ServerBusy() {
            super("try again");
        }
    }

    @Test
    void the_reason_is_bounded() {
        assertThat(Failure.of(new IllegalStateException("x".repeat(5000))).reason())
                .hasSize(300);
    }
}
