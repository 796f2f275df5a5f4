package io.millrace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.schedule.Rhythm.Calendar;
import io.millrace.schedule.Rhythm.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "30 6 * * 1-5, 2027-03-05T05:30:00Z, 2027-03-08T05:30:00Z",
        "0 0 1 * *, 2027-01-31T23:00:00Z, 2027-02-28T23:00:00Z",
        "*/15 * * * *, 2027-03-05T05:30:01Z, 2027-03-05T05:45:00Z",
        "0 12 29 2 *, 2027-03-05T05:30:00Z, 2028-02-29T11:00:00Z",
        "0 9 * * 7, 2027-03-05T05:30:00Z, 2027-03-07T08:00:00Z",
    })
    void the_calendar_is_that_of_the_place(String cron, Instant now, Instant next) {
        assertThat(new Calendar(cron, BERLIN).after(now, now)).contains(next);
    }

    @Test
    void a_time_that_the_clocks_leave_out_is_not_lost() {
        assertThat(times(new Calendar("30 2 * * *", BERLIN), "2027-03-27T12:00:00Z"))
                .containsExactly("2027-03-28T01:30:00Z", "2027-03-29T00:30:00Z", "2027-03-30T00:30:00Z");
    }

    @Test
    void a_time_that_comes_twice_counts_once() {
        assertThat(times(new Calendar("30 2 * * *", BERLIN), "2027-10-30T12:00:00Z"))
                .containsExactly("2027-10-31T00:30:00Z", "2027-11-01T01:30:00Z", "2027-11-02T01:30:00Z");
    }

    @Test
    void it_always_goes_on_while_the_clocks_are_turned_back() {
        Instant secondTime = Instant.parse("2027-10-31T01:10:00Z");

        assertThat(new Calendar("*/15 * * * *", BERLIN).after(secondTime, secondTime))
                .contains(Instant.parse("2027-10-31T02:00:00Z"));
    }

    @Test
    void a_day_that_never_comes_is_no_time() {
        Instant now = Instant.parse("2027-03-05T05:30:00Z");

        assertThat(new Calendar("0 0 30 2 *", BERLIN).after(now, now)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "* * * *", "* * * * * *", "60 * * * *", "0 24 * * *", "0 0 32 * *", "@daily x"})
    void what_is_no_calendar_is_refused(String cron) {
        assertThatThrownBy(() -> new Calendar(cron, BERLIN)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-05T12:00:00Z, 2027-03-05T12:10:00Z",
        "2027-03-05T12:00:01Z, 2027-03-05T12:10:00Z",
        "2027-03-05T12:10:00Z, 2027-03-05T12:20:00Z",
        "2027-03-06T12:09:59Z, 2027-03-06T12:10:00Z",
    })
    void an_interval_keeps_its_step_however_late_it_is_served(Instant now, Instant next) {
        Interval everyTenMinutes = new Interval(Duration.ofMinutes(10));

        assertThat(everyTenMinutes.after(Instant.parse("2027-03-05T12:00:00Z"), now))
                .contains(next);
    }

    private static List<String> times(Rhythm rhythm, String after) {
        return Stream.iterate(
                        rhythm.after(Instant.parse(after), Instant.parse(after)),
                        next -> next.flatMap(now -> rhythm.after(now, now)))
                .limit(3)
                .map(Optional::orElseThrow)
                .map(Instant::toString)
                .toList();
    }
}
