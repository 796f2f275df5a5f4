package io.millrace.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanupWindowTest {

    private final ProcessEngineConfigurationImpl engine = new StandaloneProcessEngineConfiguration();

    @ParameterizedTest
    @CsvSource({
        // before, at the first moment, inside, at the first moment after
        "01:00, 05:00, 2027-03-01T00:59:59Z, 2027-03-01T01:00:00Z, 2027-03-01T05:00:00Z, 2027-03-01T01:00:00Z",
        "01:00, 05:00, 2027-03-01T01:00:00Z, 2027-03-01T01:00:00Z, 2027-03-01T05:00:00Z, 2027-03-02T01:00:00Z",
        "01:00, 05:00, 2027-03-01T04:59:59Z, 2027-03-01T01:00:00Z, 2027-03-01T05:00:00Z, 2027-03-02T01:00:00Z",
        "01:00, 05:00, 2027-03-01T05:00:00Z, 2027-03-02T01:00:00Z, 2027-03-02T05:00:00Z, 2027-03-02T01:00:00Z",
        // over midnight, and all day
        "23:00, 02:00, 2027-03-01T01:00:00Z, 2027-02-28T23:00:00Z, 2027-03-01T02:00:00Z, 2027-03-01T23:00:00Z",
        "23:00, 02:00, 2027-03-01T12:00:00Z, 2027-03-01T23:00:00Z, 2027-03-02T02:00:00Z, 2027-03-01T23:00:00Z",
        "00:00, 00:00, 2027-03-01T12:00:00Z, 2027-03-01T00:00:00Z, 2027-03-02T00:00:00Z, 2027-03-02T00:00:00Z",
        // the night in which clocks change in Europe
        "01:00, 05:00, 2027-03-28T12:00:00Z, 2027-03-29T01:00:00Z, 2027-03-29T05:00:00Z, 2027-03-29T01:00:00Z",
    })
    void it_is_the_same_time_of_utc_every_day(
            LocalTime start, LocalTime end, Instant now, Instant from, Instant to, Instant next) {
        CleanupWindow window = new CleanupWindow();
        window.start = start;
        window.end = end;

        BatchWindow current = window.getCurrentOrNextBatchWindow(Date.from(now), engine);

        assertThat(current.getStart()).isEqualTo(from);
        assertThat(current.getEnd()).isEqualTo(to);
        assertThat(window.getNextBatchWindow(Date.from(now), engine).getStart()).isEqualTo(next);
    }
}
