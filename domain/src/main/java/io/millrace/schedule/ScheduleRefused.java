package io.millrace.schedule;

import io.millrace.Refusal;
import java.util.List;

/** It names no process, or no times, that there could be. */
public class ScheduleRefused extends Refusal {

    private static final long serialVersionUID = 1;

    ScheduleRefused(List<Finding> findings) {
        super(
                Kind.UNPROCESSABLE,
                "schedule_refused",
                "The schedule was not made; errors says what is wrong with it.",
                findings.toArray(Finding[]::new));
    }
}
