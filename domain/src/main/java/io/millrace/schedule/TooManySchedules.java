package io.millrace.schedule;

import io.millrace.Refusal;

/** A tenant has so many of them and no more. */
public class TooManySchedules extends Refusal {

    private static final long serialVersionUID = 1;

    TooManySchedules(int most) {
        super(
                Kind.CONFLICT,
                "too_many_schedules",
                "There are " + most + " schedules already; delete one that is not needed any more.");
    }
}
