package io.millrace.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.LostRace;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void whoever_lost_a_race_is_told_to_look_again() {
        SQLException shot = new SQLException("deadlock detected", "40P01");

        assertThat(Faults.of(new IllegalArgumentException(shot), "/task").status())
                .isEqualTo(409);
        assertThat(Faults.of(new LostRace("a task", shot), "/task").code()).isEqualTo("concurrent_change");
    }

    @Test
    void anything_else_is_our_fault_and_no_broken_request() {
        Faults fault = Faults.of(new IllegalArgumentException("ours"), "/task");

        assertThat(fault.status()).isEqualTo(500);
        assertThat(fault.words()).doesNotContain("ours");
    }
}
