package io.millrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.harness.TestDatabase;
import io.millrace.scenario.MillraceClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Schedules that each come due once while a test runs, and start a process that is about nothing else. */
final class Appointments {

    private final TestDatabase database;
    private final String subject = "shelf-" + UUID.randomUUID() + "-";
    private final int number;

    private Appointments(TestDatabase database, int number) {
        this.database = database;
        this.number = number;
    }

    /** Nothing is due before {@link #comeDue}. */
    static Appointments madeBy(MillraceClient analyst, TestDatabase database, int number) {
        Appointments made = new Appointments(database, number);
        analyst.postFile("/processes", "file", ModelFiles.process("count-stock", "Count the shelf"));
        made.subjects().forEach(subject -> {
            Answer schedule = analyst.post("/schedules", """
                    {"process": "count-stock", "name": "Each hour", "every": "PT1H", "subject": "%s"}""".formatted(subject));
            assertThat(schedule.status()).as("%s", schedule).isEqualTo(201);
        });
        return made;
    }

    private List<String> subjects() {
        return IntStream.range(0, number).mapToObj(n -> subject + n).toList();
    }

    /** One after the other. */
    void comeDue(Duration first, Duration between) {
        for (int n = 0; n < number; n++) {
            String when = "now() + interval '%d milliseconds'"
                    .formatted(first.plus(between.multipliedBy(n)).toMillis());
            String which = "(SELECT id FROM schedule WHERE subject = '" + subject + n + "')";
            database.run(
                    "UPDATE schedule SET due_at = " + when + " WHERE id = " + which,
                    "UPDATE schedule_dispatch SET due_at = " + when + " WHERE schedule_id = " + which);
        }
    }

    boolean areServed() {
        return started().size() >= number;
    }

    void mustBeServedOnce() {
        Awaitility.await("what was due is started")
                .atMost(Duration.ofMinutes(1))
                .until(this::areServed);
        assertThat(started()).containsExactlyInAnyOrderElementsOf(subjects());
    }

    /** What is due one hour later is not due yet. */
    private List<String> started() {
        return database.texts("SELECT business_key_ FROM camunda.act_hi_procinst WHERE business_key_ LIKE '" + subject
                + "%' AND proc_def_key_ = 'count-stock'");
    }
}
